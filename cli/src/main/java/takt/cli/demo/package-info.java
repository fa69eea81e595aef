/** The sample OEM, from import to alerts. */
@NullMarked
package takt.cli.demo;

import org.jspecify.annotations.NullMarked;
