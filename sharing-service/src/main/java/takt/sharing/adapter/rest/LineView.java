package takt.sharing.adapter.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import takt.sharing.publication.Immediate;
import takt.sharing.publication.Publication;
import takt.sharing.visibility.VisibleLine;

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
        ImmediateView immediate,
        List<WeekView> weeks) {

    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;

    /** One week: zone FIRM, PRODUCTION, MATERIAL or PREVIEW; quantiles at the levels 0.1 and 0.9. */
    public record WeekView(String week, BigDecimal demand, String zone, BigDecimal low, BigDecimal high) {}

    /**
     * What should have been delivered before the first week and is part of no week: still open, what is taken as under way
     * (NOTHING_ASKED_BEFORE or EARLIER_WEEKS_CALLED_OFF), and what was due in each week before.
     */
    public record ImmediateView(BigDecimal open, String basis, List<DueView> due) {

        static ImmediateView of(Immediate immediate) {
            return new ImmediateView(
                    decimal(immediate.thousandths()),
                    immediate.basis().name(),
                    IntStream.range(0, immediate.due().length)
                            .mapToObj(i -> new DueView(
                                    immediate.week(i).toString(),
                                    decimal(immediate.due()[i])))
                            .toList());
        }
    }

    /** What was due in one week. */
    public record DueView(String week, BigDecimal quantity) {}

    static LineView of(VisibleLine line, Publication publication) {
        double[] levels = publication.levels();
        List<WeekView> weeks = new ArrayList<>();
        for (int w = 0; w < line.demand().length; w++) {
            weeks.add(new WeekView(
                    publication.firstWeek().plus(w).toString(),
                    decimal(line.demand()[w]),
                    zone(line, w),
                    decimal(line.quantiles()[w * levels.length + Arrays.binarySearch(levels, LOW)]),
                    decimal(line.quantiles()[w * levels.length + Arrays.binarySearch(levels, HIGH)])));
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
                ImmediateView.of(line.immediate()),
                weeks);
    }

    private static String zone(VisibleLine line, int week) {
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
