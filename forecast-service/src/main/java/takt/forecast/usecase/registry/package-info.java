/** Models are compared, promoted and rolled back. */
@NullMarked
package takt.forecast.usecase.registry;

import org.jspecify.annotations.NullMarked;
