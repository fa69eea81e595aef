/** The door to the sharing service. */
@NullMarked
package takt.capacity.adapter.sharing;

import org.jspecify.annotations.NullMarked;
