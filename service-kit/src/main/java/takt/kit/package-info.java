/** What every service does the same way: callers, errors, the change feed, database access, import streams. */
@NullMarked
package takt.kit;

import org.jspecify.annotations.NullMarked;
