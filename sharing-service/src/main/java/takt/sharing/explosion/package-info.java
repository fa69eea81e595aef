/** From one version to requirements per tier, pegged to their parents, on shared scenario paths. */
@NullMarked
package takt.sharing.explosion;

import org.jspecify.annotations.NullMarked;
