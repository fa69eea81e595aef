/** Entry to the engine: train every series of a snapshot, forecast with what was learnt. */
@NullMarked
package takt.engine;

import org.jspecify.annotations.NullMarked;
