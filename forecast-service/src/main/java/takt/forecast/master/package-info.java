/** Parts, sites, lines and what is known of them: units, successions, usage, weeks of plants. */
@NullMarked
package takt.forecast.master;

import org.jspecify.annotations.NullMarked;
