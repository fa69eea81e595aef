/** What the use cases wait for. */
@NullMarked
package takt.sharing.usecase.port;

import org.jspecify.annotations.NullMarked;
