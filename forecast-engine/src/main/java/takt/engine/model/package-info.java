/** Forecasters: from a history to a mean and quantiles per step. */
@NullMarked
package takt.engine.model;

import org.jspecify.annotations.NullMarked;
