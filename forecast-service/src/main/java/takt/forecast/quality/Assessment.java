package takt.forecast.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import takt.kernel.BucketCalendar;

/**
 * Turns what is known into measures. The formulas stand in the glossary.
 *
 * @param businessDate every bucket that was over by then should be known
 */
public record Assessment(LocalDate businessDate, Instant now) {

    /** A kind of fact that comes at its own pace is late after so many times its usual pause. */
    private static final double PATIENCE = 1.5;

    private static final int LEAST_ARRIVALS = 4;

    public Measure completeness(Extent extent) {
        return new Measure(
                Dimension.COMPLETENESS,
                extent.expected() == 0 ? 1 : Math.min(1, (double) extent.known() / extent.expected()),
                say("%,d of %,d buckets of %,d series are known.", extent.known(), extent.expected(), extent.series()));
    }

    /** One bucket behind halves the share, two leave a third of it, and so on. */
    public Measure timeliness(BucketCalendar calendar, LocalDate last) {
        LocalDate due = calendar.plus(calendar.floor(businessDate), -1);
        int behind = Math.max(0, calendar.between(last, due));
        return new Measure(
                Dimension.TIMELINESS,
                1.0 / (1 + behind),
                behind == 0
                        ? "Every bucket that is over is there; the last is %s.".formatted(last)
                        : "It is %d buckets late: the last is %s, %s is due.".formatted(behind, last, due));
    }

    /** Of what is issued again and again: late after one and a half times its usual pause. */
    public Optional<Measure> timeliness(List<LocalDate> issued) {
        double[] pauses = IntStream.range(1, issued.size())
                .mapToDouble(i -> ChronoUnit.DAYS.between(issued.get(i - 1), issued.get(i)))
                .toArray();
        if (pauses.length == 0) {
            return Optional.empty();
        }
        double usual = median(pauses);
        LocalDate last = issued.get(issued.size() - 1);
        return Optional.of(pace(usual, (double) ChronoUnit.DAYS.between(last, businessDate), last.toString()));
    }

    /** Of a source: by the hours between its imports, as soon as it has sent on four days. */
    public Optional<Measure> timeliness(Rows rows) {
        Map<LocalDate, Instant> byDay = new TreeMap<>(); // several files of one day are one delivery
        rows.arrivals().forEach(at -> byDay.put(LocalDate.ofInstant(at, ZoneOffset.UTC), at));
        List<Instant> arrivals = List.copyOf(byDay.values());
        if (arrivals.size() < LEAST_ARRIVALS) {
            return Optional.empty();
        }
        double[] pauses = IntStream.range(1, arrivals.size())
                .mapToDouble(i -> days(arrivals.get(i - 1), arrivals.get(i)))
                .toArray();
        Instant last = arrivals.get(arrivals.size() - 1);
        double usual = median(pauses);
        return Optional.of(pace(
                usual, days(last, now), last.truncatedTo(ChronoUnit.SECONDS).toString()));
    }

    private static Measure pace(double usual, double since, String last) {
        boolean isLate = since > PATIENCE * usual;
        return new Measure(
                Dimension.TIMELINESS,
                isLate ? PATIENCE * usual / since : 1,
                say(
                        "It usually comes every %.0f days; the last came on %s, %.0f days ago.",
                        usual, last, Math.max(0, since)));
    }

    public Measure validity(List<Rows> rows) {
        long read = rows.stream().mapToLong(Rows::read).sum();
        long open = rows.stream().mapToLong(Rows::open).sum();
        return new Measure(
                Dimension.VALIDITY,
                read == 0 ? 1 : Math.max(0, 1 - (double) open / read),
                say("%,d of %,d rows are in quarantine.", open, read));
    }

    /** The median over the pairs, so that one bad part does not hide a thousand good ones. */
    public Optional<Measure> consistency(List<Agreement> agreements, String what) {
        return agreements.isEmpty()
                ? Optional.empty()
                : Optional.of(new Measure(
                        Dimension.CONSISTENCY,
                        median(agreements.stream().mapToDouble(Agreement::share).toArray()),
                        say("%s; %,d pairs compared, the median counts.", what, agreements.size())));
    }

    public Measure plausibility(Extent extent) {
        return new Measure(
                Dimension.PLAUSIBILITY,
                extent.known() == 0 ? 1 : Math.max(0, 1 - (double) extent.odd() / extent.known()),
                say("%,d of %,d buckets are outliers or one-off orders.", extent.odd(), extent.known()));
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / 86_400.0;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String say(String words, Object... values) {
        return String.format(Locale.ROOT, words, values);
    }
}
