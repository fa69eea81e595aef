package takt.capacity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import takt.capacity.commitment.AskedLine;
import takt.capacity.declaration.CapacityGroup;
import takt.capacity.declaration.CapacityLink;
import takt.capacity.declaration.WeeklyCapacity;
import takt.kernel.DemandCategory;
import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.SiteId;
import takt.kernel.UnitCode;
import takt.kernel.Week;

/** Lines and groups for tests; amounts in pieces. */
public final class Examples {

    public static final PartnerId FOUNDRY = new PartnerId("BPNL00000000T201");
    public static final SiteId WORKS = new SiteId("BPNS00000000T101");
    public static final Week FIRST = new Week(LocalDate.of(2001, 4, 2));
    public static final LocalDate ANSWER_BY = LocalDate.of(2001, 4, 7);

    private Examples() {}

    public static AskedLine line(String part, long... pieces) {
        long[] demand = Arrays.stream(pieces).map(p -> p * 1000).toArray();
        long[] quantiles = Arrays.stream(demand)
                .flatMap(d -> java.util.stream.LongStream.of(d / 2, d, d * 2))
                .toArray();
        return new AskedLine(
                UUID.nameUUIDFromBytes(part.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                new UUID(0, 7),
                true,
                new PartNumber(part),
                FOUNDRY,
                WORKS,
                DemandCategory.SERIES,
                UnitCode.H87,
                FIRST,
                ANSWER_BY,
                0,
                demand,
                quantiles,
                new double[] {0.1, 0.5, 0.9});
    }

    public static CapacityLink link(String part, double factor) {
        return new CapacityLink(
                new PartNumber(part), WORKS, DemandCategory.SERIES, Optional.of(BigDecimal.valueOf(factor)));
    }

    public static CapacityGroup group(List<CapacityLink> links, long actual, long maximum, int weeks) {
        List<WeeklyCapacity> capacities = IntStream.range(0, weeks)
                .mapToObj(w -> new WeeklyCapacity(FIRST.plus(w), actual * 1000, maximum * 1000, OptionalLong.empty()))
                .toList();
        return new CapacityGroup(new UUID(0, 1), 1, FOUNDRY, "Line 1", UnitCode.H87, links, capacities);
    }
}
