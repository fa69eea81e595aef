/** A value that is not what was demanded, and the value beside it: proposed, decided by people, never laid over. */
@NullMarked
package takt.forecast.cleanse;

import org.jspecify.annotations.NullMarked;
