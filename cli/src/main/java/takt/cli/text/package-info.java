/** How answers are written: tables for people, JSON for programs. */
@NullMarked
package takt.cli.text;

import org.jspecify.annotations.NullMarked;
