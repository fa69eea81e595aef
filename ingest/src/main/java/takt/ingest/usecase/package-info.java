/** Taking rows in, letting them in after all, and deciding what codes mean. */
@NullMarked
package takt.ingest.usecase;

import org.jspecify.annotations.NullMarked;
