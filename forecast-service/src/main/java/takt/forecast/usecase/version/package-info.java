/** Forecast versions are computed, released and read. */
@NullMarked
package takt.forecast.usecase.version;

import org.jspecify.annotations.NullMarked;
