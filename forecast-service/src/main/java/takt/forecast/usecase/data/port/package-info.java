/** Doors that data waits for. */
@NullMarked
package takt.forecast.usecase.data.port;

import org.jspecify.annotations.NullMarked;
