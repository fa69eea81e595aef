/** Who is at the page: login, same origin, and the person's own token for each call. */
@NullMarked
package takt.ui.session;

import org.jspecify.annotations.NullMarked;
