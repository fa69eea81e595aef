/** Work with the database: transactions, locks, leases, turns and moments. */
@NullMarked
package takt.kit.db;

import org.jspecify.annotations.NullMarked;
