/** Errors as a caller meets them, and what becomes of those nobody meant. */
@NullMarked
package takt.kit.error;

import org.jspecify.annotations.NullMarked;
