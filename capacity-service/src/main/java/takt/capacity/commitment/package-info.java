/** What a supplier promises for a publication line and week. */
@NullMarked
package takt.capacity.commitment;

import org.jspecify.annotations.NullMarked;
