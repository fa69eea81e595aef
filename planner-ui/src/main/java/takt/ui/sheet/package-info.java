/** What a page shows, as a workbook, and a workbook as rows of texts. */
@NullMarked
package takt.ui.sheet;

import org.jspecify.annotations.NullMarked;
