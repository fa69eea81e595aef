/** The commands. */
@NullMarked
package takt.cli.command;

import org.jspecify.annotations.NullMarked;
