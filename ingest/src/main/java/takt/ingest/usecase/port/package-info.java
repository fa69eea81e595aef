/** Doors that the firewall waits for. */
@NullMarked
package takt.ingest.usecase.port;

import org.jspecify.annotations.NullMarked;
