/** Who supplies what to whom, and what it is made of. */
@NullMarked
package takt.sharing.network;

import org.jspecify.annotations.NullMarked;
