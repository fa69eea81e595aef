/** Migrations that SQL alone could not do; Flyway looks for them here. */
@NullMarked
package db.migration;

import org.jspecify.annotations.NullMarked;
