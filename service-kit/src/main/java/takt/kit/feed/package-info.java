/** The durable change feed, and following another service's. */
@NullMarked
package takt.kit.feed;

import org.jspecify.annotations.NullMarked;
