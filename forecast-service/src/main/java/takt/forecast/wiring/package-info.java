/** Beans that join rooms, use cases and doors. */
@NullMarked
package takt.forecast.wiring;

import org.jspecify.annotations.NullMarked;
