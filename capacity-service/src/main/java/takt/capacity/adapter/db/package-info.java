/** The database door. */
@NullMarked
package takt.capacity.adapter.db;

import org.jspecify.annotations.NullMarked;
