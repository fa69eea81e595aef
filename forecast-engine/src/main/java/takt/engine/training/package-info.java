/** Training in stages that take pages of series, so that neither memory nor a killed process sets a limit. */
@NullMarked
package takt.engine.training;

import org.jspecify.annotations.NullMarked;
