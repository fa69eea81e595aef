/** Values that several modules share. Pure Java, immutable, refusing nonsense in the constructor. */
@NullMarked
package takt.kernel;

import org.jspecify.annotations.NullMarked;
