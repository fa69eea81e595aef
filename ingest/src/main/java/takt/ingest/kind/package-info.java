/** Kinds of facts, and facts. */
@NullMarked
package takt.ingest.kind;

import org.jspecify.annotations.NullMarked;
