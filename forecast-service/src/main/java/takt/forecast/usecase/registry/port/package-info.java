/** Doors that the registry waits for. */
@NullMarked
package takt.forecast.usecase.registry.port;

import org.jspecify.annotations.NullMarked;
