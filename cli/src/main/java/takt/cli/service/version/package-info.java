/** Forecast versions and their releases. */
@NullMarked
package takt.cli.service.version;

import org.jspecify.annotations.NullMarked;
