/** Rows as they were read, and why one is kept out. */
@NullMarked
package takt.ingest.row;

import org.jspecify.annotations.NullMarked;
