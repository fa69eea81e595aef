/** Proves who logs in at the page, and signs for nobody else. */
@NullMarked
package takt.cli.stack.issuer;

import org.jspecify.annotations.NullMarked;
