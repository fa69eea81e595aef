package takt.engine.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import takt.engine.features.Ramp;
import takt.engine.features.UsageLink;
import takt.kernel.BucketCalendar;

/**
 * How usages begin and end: the median over all parts, by bucket since the first and until the last one, of demand
 * over need against the part's own steady level. Half a season is looked at on both ends.
 */
public final class RampExperience {

    private final List<List<Double>> in = new ArrayList<>();
    private final List<List<Double>> out = new ArrayList<>();

    /** Listens to one series; only one whose usages begin and end together says something. */
    public void add(SeriesContext context) {
        if (context.programme().isEmpty()) {
            return;
        }
        List<UsageLink> links = context.programme()
                .orElseThrow()
                .usage(context.history().key().part().value());
        BucketCalendar calendar = context.history().calendar();
        LocalDate from = near(calendar, links.get(0).from(), context);
        LocalDate to = near(calendar, links.get(0).to(), context);
        boolean together = links.stream()
                .allMatch(l -> near(calendar, l.from(), context).equals(from)
                        && near(calendar, l.to(), context).equals(to));
        if (!together) {
            return;
        }
        int length = context.history().values().length;
        int half = Math.max(2, context.history().season() / 2);
        long begin = calendar.between(context.history().first(), from);
        long end = calendar.between(context.history().first(), to);
        int lead = ScheduleDriven.lead(context, ScheduleDriven.OPEN);
        if (begin > 0 && begin + 3L * half < length) {
            double steady = median(context, lead, (int) begin + half, (int) Math.min(length, begin + 4L * half));
            collect(context, lead, steady, (int) begin, 1, half, in);
        }
        if (end < length && end > 3L * half) {
            double steady = median(context, lead, (int) end - 3 * half, (int) end - half);
            collect(context, lead, steady, (int) end, -1, half, out);
        }
    }

    public Ramp ramp() {
        return in.isEmpty() && out.isEmpty() ? Ramp.NONE : new Ramp(medians(in), medians(out));
    }

    /** The bucket of a day; days far outside the history all count as just outside. */
    private static LocalDate near(BucketCalendar calendar, LocalDate day, SeriesContext context) {
        LocalDate before = calendar.plus(context.history().first(), -1);
        LocalDate after = calendar.plus(context.origin(), 1);
        return day.isBefore(before) ? before : day.isAfter(after) ? after : calendar.floor(day);
    }

    private static void collect(
            SeriesContext context,
            int lead,
            double steady,
            int start,
            int direction,
            int count,
            List<List<Double>> to) {
        for (int k = 0; k < count && steady > 0; k++) {
            if (to.size() <= k) {
                to.add(new ArrayList<>());
            }
            double ratio = ratio(context, lead, start + direction * k);
            if (!Double.isNaN(ratio)) {
                to.get(k).add(ratio / steady);
            }
        }
    }

    /** Demand of the bucket whose build is bucket {@code t}, over its need. */
    private static double ratio(SeriesContext context, int lead, int t) {
        double[] y = context.history().values();
        if (t - lead < 0 || t >= y.length) {
            return Double.NaN;
        }
        double need = context.built(t);
        return need > 0 ? y[t - lead] / need : Double.NaN;
    }

    private static double median(SeriesContext context, int lead, int from, int to) {
        List<Double> ratios = new ArrayList<>();
        for (int t = from; t < to; t++) {
            double ratio = ratio(context, lead, t);
            if (!Double.isNaN(ratio)) {
                ratios.add(ratio);
            }
        }
        return middle(ratios);
    }

    private static double middle(List<Double> values) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        Collections.sort(values);
        return values.get(values.size() / 2);
    }

    /** A bucket that fewer than three parts show counts in full, and a ramp never exceeds the steady level. */
    private static double[] medians(List<List<Double>> buckets) {
        return buckets.stream()
                .mapToDouble(b -> b.size() < 3 ? 1 : Math.min(1, Math.max(0, middle(b))))
                .toArray();
    }
}
