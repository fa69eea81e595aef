/** Calls about data. */
@NullMarked
package takt.forecast.adapter.grpc.data;

import org.jspecify.annotations.NullMarked;
