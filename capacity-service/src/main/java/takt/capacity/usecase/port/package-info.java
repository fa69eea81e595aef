/** What the use cases wait for. */
@NullMarked
package takt.capacity.usecase.port;

import org.jspecify.annotations.NullMarked;
