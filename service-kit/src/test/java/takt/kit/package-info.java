/** Test support: a real PostgreSQL and real tokens for every service's tests. */
@NullMarked
package takt.kit;

import org.jspecify.annotations.NullMarked;
