package takt.sharing.visibility;

import java.util.Optional;
import takt.kernel.PartnerId;

/**
 * Who wants to see.
 *
 * @param house whether it belongs to the house that runs the network (planner, data scientist, operator)
 * @param partner the partner it speaks for
 */
public record Viewer(boolean house, Optional<PartnerId> partner) {}
