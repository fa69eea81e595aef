/** Calls of the services as whoever logged in. */
@NullMarked
package takt.cli.service;

import org.jspecify.annotations.NullMarked;
