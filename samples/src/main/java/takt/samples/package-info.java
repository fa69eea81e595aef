/** Writes the sample programme: an OEM that does not exist, driven by volumes that do. */
@NullMarked
package takt.samples;

import org.jspecify.annotations.NullMarked;
