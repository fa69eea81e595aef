/** The gRPC door. */
@NullMarked
package takt.capacity.adapter.grpc;

import org.jspecify.annotations.NullMarked;
