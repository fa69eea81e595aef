/** What rows name things by: own numbers, other codes of them, and spellings. */
@NullMarked
package takt.ingest.code;

import org.jspecify.annotations.NullMarked;
