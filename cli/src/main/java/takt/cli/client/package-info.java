/** Talking to the services over gRPC. */
@NullMarked
package takt.cli.client;

import org.jspecify.annotations.NullMarked;
