/** The firewall's calls, alike in every service that imports. */
@NullMarked
package takt.ingest.adapter.grpc;

import org.jspecify.annotations.NullMarked;
