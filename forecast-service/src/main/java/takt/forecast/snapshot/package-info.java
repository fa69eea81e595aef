/** What was known at a moment, cut in shards. */
@NullMarked
package takt.forecast.snapshot;

import org.jspecify.annotations.NullMarked;
