/** What is known is taken in, cleansed and measured. */
@NullMarked
package takt.forecast.usecase.data;

import org.jspecify.annotations.NullMarked;
