package takt.capacity.declaration;

import java.math.BigDecimal;
import java.util.Optional;
import takt.kernel.DemandCategory;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;

/**
 * A demand that uses a group.
 *
 * @param loadFactor capacity that one unit of demand takes, exact, above 0; absent means 1
 */
public record CapacityLink(
        PartNumber part, SiteId customerSite, DemandCategory category, Optional<BigDecimal> loadFactor) {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);
    private static final int PLACES = 12;

    public CapacityLink {
        loadFactor.ifPresent(factor -> {
            if (factor.signum() <= 0
                    || factor.compareTo(MOST) > 0
                    || factor.stripTrailingZeros().scale() > PLACES) {
                throw new IllegalArgumentException(
                        "The load factor (%s) of part (%s) must lie above 0, be at most 1,000,000 and have at most %d digits after the point."
                                .formatted(factor, part, PLACES));
            }
        });
    }
}
