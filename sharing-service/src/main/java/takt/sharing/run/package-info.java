/** Use cases: they join rooms and wait for doors. */
@NullMarked
package takt.sharing.run;

import org.jspecify.annotations.NullMarked;
