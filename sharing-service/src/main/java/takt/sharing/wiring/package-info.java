/** Beans that join rooms, use cases and doors. */
@NullMarked
package takt.sharing.wiring;

import org.jspecify.annotations.NullMarked;
