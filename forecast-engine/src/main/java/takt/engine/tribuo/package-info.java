/** The only place that knows Tribuo: models with provenance and a protobuf round trip. */
@NullMarked
package takt.engine.tribuo;

import org.jspecify.annotations.NullMarked;
