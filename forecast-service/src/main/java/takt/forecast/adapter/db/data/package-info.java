/** Facts, corrections and quality figures in the database. */
@NullMarked
package takt.forecast.adapter.db.data;

import org.jspecify.annotations.NullMarked;
