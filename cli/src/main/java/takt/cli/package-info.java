/** The `takt` command. */
@NullMarked
package takt.cli;

import org.jspecify.annotations.NullMarked;
