/** Calls from their first byte to their end, and the end of the service itself. */
@NullMarked
package takt.kit.server;

import org.jspecify.annotations.NullMarked;
