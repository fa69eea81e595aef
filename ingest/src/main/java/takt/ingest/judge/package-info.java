/** What becomes of rows: judged, kept out, judged again. */
@NullMarked
package takt.ingest.judge;

import org.jspecify.annotations.NullMarked;
