/** Raw row in, fact or rejection with a reason out. */
@NullMarked
package takt.forecast.ingest;

import org.jspecify.annotations.NullMarked;
