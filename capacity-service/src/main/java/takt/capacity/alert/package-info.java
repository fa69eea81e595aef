/** A gap alerts once, and is resolved when it is gone. */
@NullMarked
package takt.capacity.alert;

import org.jspecify.annotations.NullMarked;
