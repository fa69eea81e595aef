/** Files as people have them, whatever their encoding, separator or form, read row by row within bounds. */
@NullMarked
package takt.cli.source;

import org.jspecify.annotations.NullMarked;
