/** Use cases: they join rooms and wait for doors. */
@NullMarked
package takt.forecast.run;

import org.jspecify.annotations.NullMarked;
