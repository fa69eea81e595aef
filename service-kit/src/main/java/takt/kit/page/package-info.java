/** Lists that are asked for page by page. */
@NullMarked
package takt.kit.page;

import org.jspecify.annotations.NullMarked;
