/** Calls about versions. */
@NullMarked
package takt.forecast.adapter.grpc.version;

import org.jspecify.annotations.NullMarked;
