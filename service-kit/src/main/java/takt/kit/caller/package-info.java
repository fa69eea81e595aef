/** Who calls, and what they may be shown. */
@NullMarked
package takt.kit.caller;

import org.jspecify.annotations.NullMarked;
