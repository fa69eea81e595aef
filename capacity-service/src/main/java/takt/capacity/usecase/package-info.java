/** Use cases: they join rooms and wait for doors. */
@NullMarked
package takt.capacity.usecase;

import org.jspecify.annotations.NullMarked;
