/** The gRPC door. */
@NullMarked
package takt.sharing.adapter.grpc;

import org.jspecify.annotations.NullMarked;
