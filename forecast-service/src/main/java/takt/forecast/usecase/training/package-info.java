/** Runs are ordered, performed and followed. */
@NullMarked
package takt.forecast.usecase.training;

import org.jspecify.annotations.NullMarked;
