/** Runs, snapshots and models in the database. */
@NullMarked
package takt.forecast.adapter.db.training;

import org.jspecify.annotations.NullMarked;
