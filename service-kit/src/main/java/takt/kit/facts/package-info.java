/** Facts in, row by row: judged, then appended as revisions that name what they replace. */
@NullMarked
package takt.kit.facts;

import org.jspecify.annotations.NullMarked;
