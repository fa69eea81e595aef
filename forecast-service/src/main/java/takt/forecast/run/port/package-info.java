/** What the use cases wait for. */
@NullMarked
package takt.forecast.run.port;

import org.jspecify.annotations.NullMarked;
