/** What a supplier can make: groups, weekly capacity, load factors. */
@NullMarked
package takt.capacity.declaration;

import org.jspecify.annotations.NullMarked;
