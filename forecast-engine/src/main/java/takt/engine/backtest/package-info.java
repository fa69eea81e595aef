/** Rolling origins and error measures: a model is judged by its future. */
@NullMarked
package takt.engine.backtest;

import org.jspecify.annotations.NullMarked;
