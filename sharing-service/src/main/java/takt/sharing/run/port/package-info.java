/** What the use cases wait for. */
@NullMarked
package takt.sharing.run.port;

import org.jspecify.annotations.NullMarked;
