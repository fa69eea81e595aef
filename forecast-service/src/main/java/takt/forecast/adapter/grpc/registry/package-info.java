/** Calls about models. */
@NullMarked
package takt.forecast.adapter.grpc.registry;

import org.jspecify.annotations.NullMarked;
