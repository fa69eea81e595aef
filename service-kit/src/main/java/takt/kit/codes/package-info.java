/** What codes mean: those that others use, and spellings of known ones. */
@NullMarked
package takt.kit.codes;

import org.jspecify.annotations.NullMarked;
