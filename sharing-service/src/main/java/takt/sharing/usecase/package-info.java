/** Use cases: they join rooms and wait for doors. */
@NullMarked
package takt.sharing.usecase;

import org.jspecify.annotations.NullMarked;
