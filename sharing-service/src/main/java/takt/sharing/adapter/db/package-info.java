/** The database door. */
@NullMarked
package takt.sharing.adapter.db;

import org.jspecify.annotations.NullMarked;
