/** Gap-free demand on a calendar; missing is not zero. */
@NullMarked
package takt.engine.series;

import org.jspecify.annotations.NullMarked;
