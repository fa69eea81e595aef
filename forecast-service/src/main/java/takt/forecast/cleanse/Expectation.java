package takt.forecast.cleanse;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import takt.engine.series.DemandSeries;

/**
 * What a bucket would hold by the buckets around it: the median of up to {@value #REACH} known ones on each side, times
 * the median ratio of its season where at least {@value #SEASONS} seasons are known. Medians, so that what is looked for
 * does not hide itself.
 */
final class Expectation {

    private static final int REACH = 6;
    private static final int LEAST = 3;
    private static final int SEASONS = 3;
    private static final double VARIANCE_STABILISER = 0.375;

    /**
     * What both sides say, or one of them where the other is unknown; NaN where both are.
     *
     * @param low the lower of the two
     * @param high the higher
     */
    record Range(double low, double high, boolean hasBothSides) {

        boolean isKnown() {
            return !Double.isNaN(low);
        }

        double middle() {
            return (low + high) / 2;
        }
    }

    private final double[] values;
    private final double[] season;
    private final Map<Integer, Range> ranges = new HashMap<>();
    private final double scale;

    Expectation(DemandSeries series) {
        values = series.values();
        season = seasons(series.season());
        int[] known = IntStream.range(0, values.length)
                .filter(t -> !Double.isNaN(values[t]))
                .toArray();
        for (int i = 0; i < known.length; i++) {
            ranges.put(known[i], range(known, i));
        }
        double[] distances = Arrays.stream(known)
                .filter(t -> at(t).isKnown())
                .mapToDouble(t -> Math.abs(distance(values[t], at(t).middle())))
                .toArray();
        scale = Math.max(1, 1.4826 * median(distances));
    }

    /** @param t a bucket that is known */
    Range at(int t) {
        return Optional.ofNullable(ranges.get(t)).orElseThrow();
    }

    private Range range(int[] known, int i) {
        double before = side(known, i, -1);
        double after = side(known, i, 1);
        double left = Double.isNaN(before) ? after : before;
        double right = Double.isNaN(after) ? before : after;
        double ratio = season[known[i] % season.length];
        return new Range(
                ratio * Math.min(left, right),
                ratio * Math.max(left, right),
                !Double.isNaN(before) && !Double.isNaN(after));
    }

    /**
     * How far a value lies outside the range, in robust standard deviations of the series on the scale of square roots
     * (Anscombe 1948), on which counts have the variance 1; never in less than those. Below the range it is negative.
     */
    double outside(int t) {
        Range range = at(t);
        double nearest = Math.min(Math.max(values[t], range.low()), range.high());
        return distance(values[t], nearest) / scale;
    }

    private static double distance(double value, double expected) {
        return 2 * (Math.sqrt(value + VARIANCE_STABILISER) - Math.sqrt(expected + VARIANCE_STABILISER));
    }

    /** Median of the nearest known values on one side, without their season; NaN for fewer than {@value #LEAST}. */
    private double side(int[] known, int i, int step) {
        double[] near = new double[REACH];
        int n = 0;
        for (int k = i + step; k >= 0 && k < known.length && n < REACH; k += step) {
            near[n++] = values[known[k]] / season[known[k] % season.length];
        }
        return n < LEAST ? Double.NaN : median(Arrays.copyOf(near, n));
    }

    private double[] seasons(int length) {
        double[] ratios = new double[length];
        Arrays.fill(ratios, 1);
        if (length == 1 || values.length < SEASONS * length) {
            return ratios;
        }
        for (int s = 0; s < length; s++) {
            double[] seen = IntStream.iterate(s, t -> t < values.length, t -> t + length)
                    .mapToDouble(t -> values[t] / year(t, length))
                    .filter(Double::isFinite)
                    .toArray();
            if (seen.length >= SEASONS) {
                ratios[s] = Math.min(5, Math.max(0.2, median(seen)));
            }
        }
        return ratios;
    }

    /** Median of the season around a bucket. */
    private double year(int t, int length) {
        return median(IntStream.rangeClosed(t - length / 2, t + length / 2)
                .filter(u -> u >= 0 && u < values.length && !Double.isNaN(values[u]))
                .mapToDouble(u -> values[u])
                .toArray());
    }

    /** NaN for none. */
    static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
