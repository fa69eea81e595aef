/** The database door. */
@NullMarked
package takt.forecast.adapter.db;

import org.jspecify.annotations.NullMarked;
