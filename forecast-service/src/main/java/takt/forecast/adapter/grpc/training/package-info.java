/** Calls about runs. */
@NullMarked
package takt.forecast.adapter.grpc.training;

import org.jspecify.annotations.NullMarked;
