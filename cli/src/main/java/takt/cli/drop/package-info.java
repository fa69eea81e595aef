/** Imports what is put into a folder. */
@NullMarked
package takt.cli.drop;

import org.jspecify.annotations.NullMarked;
