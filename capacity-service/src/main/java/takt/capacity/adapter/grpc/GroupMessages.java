package takt.capacity.adapter.grpc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import takt.capacity.declaration.CapacityGroup;
import takt.capacity.declaration.CapacityLink;
import takt.capacity.declaration.WeeklyCapacity;
import takt.kernel.DemandCategory;
import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.SiteId;
import takt.kernel.UnitCode;
import takt.kernel.Week;
import takt.kit.Ids;
import takt.kit.Mirror;
import takt.kit.error.TaktException;

/** Capacity groups between our words and the contract's. */
final class GroupMessages {

    private static final Pattern FACTOR = Pattern.compile("\\d{1,9}(\\.\\d{1,12})?");

    private GroupMessages() {}

    /** The group as the caller's; what the room's constructors refuse is an invalid request. */
    static CapacityGroup parse(takt.proto.capacity.v1.CapacityGroup message, PartnerId caller) {
        if (!message.getSupplier().isEmpty() && !message.getSupplier().equals(caller.value())) {
            throw TaktException.invalid(
                    "CAPACITY_INVALID",
                    "group.supplier",
                    "The supplier (%s) is not the caller.".formatted(message.getSupplier()));
        }
        try {
            UnitCode unit = UnitCode.find(message.getUnit())
                    .orElseThrow(() ->
                            new IllegalArgumentException("The unit (%s) is unknown.".formatted(message.getUnit())));
            return new CapacityGroup(
                    Ids.uuid("group.id", message.getId()),
                    0,
                    caller,
                    message.getName(),
                    unit,
                    message.getLinksList().stream().map(GroupMessages::link).toList(),
                    message.getWeeksList().stream().map(GroupMessages::week).toList());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw TaktException.invalid("CAPACITY_INVALID", "group", String.valueOf(e.getMessage()));
        }
    }

    private static CapacityLink link(takt.proto.capacity.v1.CapacityLink link) {
        DemandCategory category = link.getCategory() == takt.proto.type.v1.DemandCategory.DEMAND_CATEGORY_AFTER_SALES
                ? DemandCategory.AFTER_SALES
                : DemandCategory.SERIES;
        return new CapacityLink(
                new PartNumber(link.getPart()), new SiteId(link.getCustomerSite()), category, factor(link));
    }

    private static Optional<BigDecimal> factor(takt.proto.capacity.v1.CapacityLink link) {
        if (!link.getLoadFactor().isEmpty()) {
            if (!FACTOR.matcher(link.getLoadFactor()).matches()) {
                throw new IllegalArgumentException("The load factor (%s) must be a decimal such as 0.00015."
                        .formatted(Ids.cut(link.getLoadFactor())));
            }
            return Optional.of(new BigDecimal(link.getLoadFactor()));
        }
        return link.hasLoadFactorThousandths()
                ? Optional.of(BigDecimal.valueOf(link.getLoadFactorThousandths(), 3))
                : Optional.empty();
    }

    private static WeeklyCapacity week(takt.proto.capacity.v1.WeeklyCapacity week) {
        return new WeeklyCapacity(
                new Week(LocalDate.parse(week.getWeek())),
                week.getActualThousandths(),
                week.getMaximumThousandths(),
                week.hasAgreedThousandths() ? OptionalLong.of(week.getAgreedThousandths()) : OptionalLong.empty());
    }

    static takt.proto.capacity.v1.CapacityGroup message(CapacityGroup group) {
        var message = takt.proto.capacity.v1.CapacityGroup.newBuilder()
                .setId(group.id().toString())
                .setRevision(group.revision())
                .setSupplier(group.supplier().value())
                .setName(group.name())
                .setUnit(group.unit().name());
        group.links().forEach(l -> {
            var link = message.addLinksBuilder()
                    .setPart(l.part().value())
                    .setCustomerSite(l.customerSite().value())
                    .setCategory(Mirror.CATEGORY.contract(l.category()));
            l.loadFactor()
                    .ifPresent(factor -> link.setLoadFactor(
                                    factor.stripTrailingZeros().toPlainString())
                            .setLoadFactorThousandths(factor.movePointRight(3)
                                    .setScale(0, RoundingMode.HALF_UP)
                                    .longValueExact()));
        });
        group.weeks().forEach(w -> {
            var week = message.addWeeksBuilder()
                    .setWeek(w.week().toString())
                    .setActualThousandths(w.actual())
                    .setMaximumThousandths(w.maximum());
            w.agreed().ifPresent(week::setAgreedThousandths);
        });
        return message.build();
    }
}
