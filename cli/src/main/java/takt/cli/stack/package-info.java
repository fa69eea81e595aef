/** The local stack: embedded PostgreSQL, four services, keys and logins. */
@NullMarked
package takt.cli.stack;

import org.jspecify.annotations.NullMarked;
