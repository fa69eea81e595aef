/** Which model is champion, how models compare, and whether one has drifted. */
@NullMarked
package takt.forecast.registry;

import org.jspecify.annotations.NullMarked;
