package takt.capacity.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import takt.capacity.declaration.CapacityGroup;
import takt.capacity.declaration.CapacityLink;
import takt.capacity.declaration.WeeklyCapacity;
import takt.kernel.DemandCategory;
import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.SiteId;
import takt.kernel.UnitCode;
import takt.kernel.Week;
import takt.kit.Once;

/** A row of {@code capacity_group}: arrays over links and weeks; -1 stands for an absent number. */
@Entity
@Table(name = "capacity_group")
@IdClass(GroupRow.Key.class)
class GroupRow {

    record Key(UUID id, int revision) implements Serializable {}

    private static final long ABSENT = -1;

    @Id
    UUID id = new UUID(0, 0);

    @Id
    int revision;

    @Column(name = "request_id")
    UUID requestId = new UUID(0, 0);

    String supplier = "";
    String name = "";
    String unit = "";

    @Column(name = "link_parts")
    String[] linkParts = {};

    @Column(name = "link_sites")
    String[] linkSites = {};

    @Column(name = "link_categories")
    String[] linkCategories = {};

    /** Exact decimals; empty for none. */
    @Column(name = "link_loads")
    String[] linkLoads = {};

    LocalDate[] weeks = {};
    long[] actual = {};
    long[] maximum = {};
    long[] agreed = {};

    /** SHA-256 (hex) of the declaration; empty in rows of older builds. */
    String content = "";

    @Column(name = "declared_at")
    Instant declaredAt = Instant.EPOCH;

    @Column(name = "declared_by")
    String declaredBy = "";

    static GroupRow of(CapacityGroup group, int revision, UUID requestId, Instant at, String by) {
        GroupRow row = new GroupRow();
        row.id = group.id();
        row.revision = revision;
        row.requestId = requestId;
        row.supplier = group.supplier().value();
        row.name = group.name();
        row.unit = group.unit().name();
        row.linkParts = group.links().stream().map(l -> l.part().value()).toArray(String[]::new);
        row.linkSites =
                group.links().stream().map(l -> l.customerSite().value()).toArray(String[]::new);
        row.linkCategories =
                group.links().stream().map(l -> l.category().name()).toArray(String[]::new);
        row.linkLoads = group.links().stream()
                .map(l -> l.loadFactor().map(BigDecimal::toPlainString).orElse(""))
                .toArray(String[]::new);
        row.weeks = group.weeks().stream().map(w -> w.week().monday()).toArray(LocalDate[]::new);
        row.actual = group.weeks().stream().mapToLong(WeeklyCapacity::actual).toArray();
        row.maximum = group.weeks().stream().mapToLong(WeeklyCapacity::maximum).toArray();
        row.agreed =
                group.weeks().stream().mapToLong(w -> w.agreed().orElse(ABSENT)).toArray();
        row.content = Once.content(List.of(group.id(), group.name(), group.unit(), group.links(), group.weeks()));
        row.declaredAt = at;
        row.declaredBy = by;
        return row;
    }

    CapacityGroup group() {
        List<CapacityLink> links = IntStream.range(0, linkParts.length)
                .mapToObj(i -> new CapacityLink(
                        new PartNumber(linkParts[i]),
                        new SiteId(linkSites[i]),
                        DemandCategory.valueOf(linkCategories[i]),
                        Optional.of(linkLoads[i]).filter(f -> !f.isEmpty()).map(BigDecimal::new)))
                .toList();
        List<WeeklyCapacity> capacities = IntStream.range(0, weeks.length)
                .mapToObj(i -> new WeeklyCapacity(new Week(weeks[i]), actual[i], maximum[i], optional(agreed[i])))
                .toList();
        return new CapacityGroup(
                id, revision, new PartnerId(supplier), name, UnitCode.valueOf(unit), links, capacities);
    }

    private static OptionalLong optional(long value) {
        return value == ABSENT ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
