/** How far data can be trusted: five shares for each kind of fact, source and part, and when to tell somebody. */
@NullMarked
package takt.forecast.quality;

import org.jspecify.annotations.NullMarked;
