/** The immutable view of one version for one partner. */
@NullMarked
package takt.sharing.publication;

import org.jspecify.annotations.NullMarked;
