package takt.sharing.explosion;

import java.util.Optional;
import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.SiteId;
import takt.kernel.UnitCode;

/**
 * A part that somebody needs and nobody supplies.
 *
 * @param customer who needs it; empty when nobody is known to own the site
 * @param thousandths all that is needed of it
 * @param below components of it, at any depth, that are asked of nobody on its account
 */
public record Unsupplied(
        PartNumber part, Optional<PartnerId> customer, SiteId site, UnitCode unit, long thousandths, int below) {}
