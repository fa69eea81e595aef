/** What a partner may see: a pure decision that composes what leaves the house. */
@NullMarked
package takt.sharing.visibility;

import org.jspecify.annotations.NullMarked;
