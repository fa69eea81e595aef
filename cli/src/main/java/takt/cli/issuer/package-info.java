/** Proves who logs in at the page, and signs for nobody else. */
@NullMarked
package takt.cli.issuer;

import org.jspecify.annotations.NullMarked;
