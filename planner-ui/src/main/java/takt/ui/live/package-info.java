/** What happens, told to the pages that are open: the services' feeds, followed once a person and shared by its pages. */
@NullMarked
package takt.ui.live;

import org.jspecify.annotations.NullMarked;
