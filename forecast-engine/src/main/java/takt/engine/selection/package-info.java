/** One champion per segment, and the reason in words. */
@NullMarked
package takt.engine.selection;

import org.jspecify.annotations.NullMarked;
