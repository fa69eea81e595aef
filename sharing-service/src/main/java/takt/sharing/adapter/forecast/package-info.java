/** The door to the forecast service. */
@NullMarked
package takt.sharing.adapter.forecast;

import org.jspecify.annotations.NullMarked;
