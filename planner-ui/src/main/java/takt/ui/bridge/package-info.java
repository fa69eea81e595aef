/** The way from the page to the services: each call of the contract that the page may make, with the person's own token. */
@NullMarked
package takt.ui.bridge;

import org.jspecify.annotations.NullMarked;
