/** What the use cases wait for. */
@NullMarked
package takt.capacity.run.port;

import org.jspecify.annotations.NullMarked;
