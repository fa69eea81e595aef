/** What people read: tables, progress, errors. */
@NullMarked
package takt.cli.term;

import org.jspecify.annotations.NullMarked;
