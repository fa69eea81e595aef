package takt.capacity.declaration;

import java.util.OptionalLong;
import takt.kernel.DemandCategory;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;

/**
 * A demand that uses a group.
 *
 * @param loadFactor thousandths of capacity one unit of demand takes, above 0; absent means 1
 */
public record CapacityLink(PartNumber part, SiteId customerSite, DemandCategory category, OptionalLong loadFactor) {

    public CapacityLink {
        if (loadFactor.isPresent() && (loadFactor.getAsLong() <= 0 || loadFactor.getAsLong() > 1_000_000_000L)) {
            throw new IllegalArgumentException(
                    "The load factor (%d thousandths) of part (%s) must lie above 0 and be at most 1,000,000."
                            .formatted(loadFactor.getAsLong(), part));
        }
    }
}
