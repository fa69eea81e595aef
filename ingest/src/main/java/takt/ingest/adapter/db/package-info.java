/** Facts, quarantine, cross-references and the log of imports, in the tables that every service that imports has. */
@NullMarked
package takt.ingest.adapter.db;

import org.jspecify.annotations.NullMarked;
