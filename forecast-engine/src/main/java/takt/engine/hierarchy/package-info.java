/** Parts add up to families, plants and the whole: sums, and forecasts of all levels that agree with each other. */
@NullMarked
package takt.engine.hierarchy;

import org.jspecify.annotations.NullMarked;
