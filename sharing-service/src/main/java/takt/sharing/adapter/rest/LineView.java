package takt.sharing.adapter.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import takt.sharing.publication.Publication;
import takt.sharing.publication.PublicationLine;

/** A publication line in JSON; amounts are exact decimals of the unit. */
public record LineView(
        String id,
        String part,
        String supplier,
        String customer,
        String customerSite,
        String category,
        String unit,
        int leadTimeWeeks,
        List<WeekView> weeks) {

    /** One week: zone FIRM, PRODUCTION, MATERIAL or PREVIEW; quantiles at the levels 0.1 and 0.9. */
    public record WeekView(String week, BigDecimal demand, String zone, BigDecimal low, BigDecimal high) {}

    static LineView of(PublicationLine line, Publication publication) {
        int levels = publication.levels().length;
        List<WeekView> weeks = new ArrayList<>();
        for (int w = 0; w < line.demand().length; w++) {
            weeks.add(new WeekView(
                    publication.firstWeek().plus(w).toString(),
                    decimal(line.demand()[w]),
                    zone(line, w),
                    decimal(line.quantiles()[w * levels]),
                    decimal(line.quantiles()[w * levels + levels - 1])));
        }
        return new LineView(
                line.id().toString(),
                line.part().value(),
                line.supplier().value(),
                line.customer().value(),
                line.customerSite().value(),
                line.category().code(),
                line.unit().name(),
                line.leadTimeWeeks(),
                weeks);
    }

    private static String zone(PublicationLine line, int week) {
        if (week < line.zones().firmWeeks()) {
            return "FIRM";
        }
        if (week < line.zones().productionWeeks()) {
            return "PRODUCTION";
        }
        return week < line.zones().materialWeeks() ? "MATERIAL" : "PREVIEW";
    }

    private static BigDecimal decimal(long thousandths) {
        BigDecimal amount = BigDecimal.valueOf(thousandths, 3).stripTrailingZeros();
        return amount.scale() < 0 ? amount.setScale(0) : amount;
    }
}
