/** Commands that look after the local stack. */
@NullMarked
package takt.cli.stack.command;

import org.jspecify.annotations.NullMarked;
