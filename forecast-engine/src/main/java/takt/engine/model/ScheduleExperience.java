package takt.engine.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import takt.engine.features.Ramp;
import takt.engine.features.UsageLink;
import takt.kernel.BucketCalendar;

/**
 * What all parts with a schedule say together.
 *
 * @param leads share of parts per call-off lead, each above 0
 * @param rate a typical demand over need, for parts without any history
 * @param rateDeviation how far parts are from it, as a mean share of it
 * @param zones what became of schedules, by zone of the horizon
 */
record ScheduleExperience(double[] leads, double rate, double rateDeviation, List<Zone> zones) {

    /**
     * Demand over (rate x planned) in one zone.
     *
     * @param shape quantiles of (ratio - the part's mean) / the part's mean absolute deviation
     */
    record Zone(double mean, double deviation, double[] shape) {

        static Zone of(List<List<Double>> byPart) {
            List<Double> standard = new ArrayList<>();
            double mean = 0;
            double deviation = 0;
            double n = 0;
            for (List<Double> ratios : byPart) {
                double[] own = HorizonZone.moments(ratios);
                if (own[2] > 3 && own[1] > 0) {
                    ratios.forEach(r -> standard.add((r - own[0]) / own[1]));
                    mean += own[0];
                    deviation += own[1];
                    n++;
                }
            }
            return new Zone(n == 0 ? 1 : mean / n, n == 0 ? 0.1 : deviation / n, HorizonZone.shape(standard));
        }
    }

    private static final double[] OPEN = {1, 1, 1};
    private static final int OLD = 2;
    private static final int SAMPLE = 400;

    static ScheduleExperience of(Collection<SeriesContext> all) {
        List<SeriesContext> driven = all.stream()
                .filter(c -> c.programme().isPresent())
                .filter(c -> c.history().values().length >= OLD * c.history().season())
                .toList();
        double[] leads = {0.5, 0.5, 0.5};
        List<Double> rates = new ArrayList<>();
        List<List<List<Double>>> zones = new ArrayList<>();
        for (int zone = 0; zone < HorizonZone.COUNT; zone++) {
            zones.add(new ArrayList<>());
        }
        int stride = Math.max(1, driven.size() / SAMPLE);
        for (int i = 0; i < driven.size(); i++) {
            int lead = ScheduleDriven.lead(driven.get(i), OPEN);
            double rate = ScheduleDriven.rate(driven.get(i), lead);
            if (rate > 0) {
                leads[lead]++;
                rates.add(rate);
                if (i % stride == 0) {
                    List<List<Double>> own = ScheduleDriven.pastRatios(driven.get(i), lead, rate);
                    for (int zone = 0; zone < HorizonZone.COUNT; zone++) {
                        zones.get(zone).add(own.get(zone));
                    }
                }
            }
        }
        double total = leads[0] + leads[1] + leads[2];
        double mean = rates.stream().mapToDouble(Double::doubleValue).average().orElse(1);
        double deviation = rates.stream()
                .mapToDouble(r -> Math.abs(r / mean - 1))
                .average()
                .orElse(1);
        return new ScheduleExperience(
                new double[] {leads[0] / total, leads[1] / total, leads[2] / total},
                mean,
                deviation,
                zones.stream().map(Zone::of).toList());
    }

    /**
     * How usages begin and end: the median over all parts, by bucket since the first and until the last one, of demand
     * over need against the part's own steady level. Half a season is looked at on both ends.
     */
    static Ramp ramp(Collection<SeriesContext> all) {
        List<List<Double>> in = new ArrayList<>();
        List<List<Double>> out = new ArrayList<>();
        for (SeriesContext context : all) {
            if (context.programme().isPresent()) {
                observe(context, in, out);
            }
        }
        return in.isEmpty() && out.isEmpty() ? Ramp.NONE : new Ramp(medians(in), medians(out));
    }

    private static void observe(SeriesContext context, List<List<Double>> in, List<List<Double>> out) {
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
        int lead = ScheduleDriven.lead(context, OPEN);
        if (begin > 0 && begin + 3L * half < length) {
            double steady = median(context, lead, (int) begin + half, (int) Math.min(length, begin + 4L * half));
            collect(context, lead, steady, (int) begin, 1, half, in);
        }
        if (end < length && end > 3L * half) {
            double steady = median(context, lead, (int) end - 3 * half, (int) end - half);
            collect(context, lead, steady, (int) end, -1, half, out);
        }
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
