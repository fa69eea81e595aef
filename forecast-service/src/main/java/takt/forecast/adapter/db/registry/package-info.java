/** Promotions in the database. */
@NullMarked
package takt.forecast.adapter.db.registry;

import org.jspecify.annotations.NullMarked;
