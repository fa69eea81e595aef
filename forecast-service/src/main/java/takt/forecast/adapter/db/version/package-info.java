/** Forecast versions in the database. */
@NullMarked
package takt.forecast.adapter.db.version;

import org.jspecify.annotations.NullMarked;
