/** The gRPC door. */
@NullMarked
package takt.forecast.adapter.grpc;

import org.jspecify.annotations.NullMarked;
