/** An immutable forecast version and the states it goes through. */
@NullMarked
package takt.forecast.version;

import org.jspecify.annotations.NullMarked;
