/** Training, and the models it makes. */
@NullMarked
package takt.cli.service.model;

import org.jspecify.annotations.NullMarked;
