/** A training run: what it learns from, where it stands. */
@NullMarked
package takt.forecast.training;

import org.jspecify.annotations.NullMarked;
