/** What is known: imports, quarantine, codes, corrections, quality. */
@NullMarked
package takt.cli.service.data;

import org.jspecify.annotations.NullMarked;
