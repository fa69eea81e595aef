/** What a page shows first, composed in one answer; one class a page. */
@NullMarked
package takt.ui.page;

import org.jspecify.annotations.NullMarked;
