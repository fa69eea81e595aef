/** Use cases: they join rooms and wait for doors. */
@NullMarked
package takt.capacity.run;

import org.jspecify.annotations.NullMarked;
