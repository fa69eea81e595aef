/** What a model may look at: schedule signals and regression features, nothing after the origin. */
@NullMarked
package takt.engine.features;

import org.jspecify.annotations.NullMarked;
