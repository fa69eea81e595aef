/** Doors that versions wait for. */
@NullMarked
package takt.forecast.usecase.version.port;

import org.jspecify.annotations.NullMarked;
