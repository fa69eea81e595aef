/** The laboratory: forecasts and backtests from files, without any service. */
@NullMarked
package takt.cli.lab;

import org.jspecify.annotations.NullMarked;
