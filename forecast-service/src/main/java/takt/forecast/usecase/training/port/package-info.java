/** Doors that runs wait for. */
@NullMarked
package takt.forecast.usecase.training.port;

import org.jspecify.annotations.NullMarked;
