package takt.forecast.cleanse;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import takt.engine.series.DemandSeries;
import takt.forecast.cleanse.CorrectionCause.EmptyStock;
import takt.forecast.cleanse.CorrectionCause.LargestOrder;
import takt.forecast.cleanse.CorrectionCause.Once;
import takt.forecast.cleanse.CorrectionCause.Shutdown;
import takt.forecast.cleanse.CorrectionCause.TenTimes;
import takt.forecast.cleanse.CorrectionCause.TooLittle;
import takt.kernel.UnitCode;

/**
 * Finds values that are not what was demanded. A shutdown or an empty stock explains a low value; without either a
 * value must lie {@value #FAR} robust standard deviations outside of what both sides say, and at least
 * {@value #TIMES} times above or below. A step is no outlier: the buckets after it agree with it, and the last ones,
 * which nothing has followed yet, are left alone.
 *
 * @param unit of the part; corrected values come in its whole grains
 */
public record Cleanser(DemandSeries series, UnitCode unit, Surroundings surroundings) {

    private static final int FAR = 6;
    private static final int TIMES = 3;
    /** A misplaced decimal mark makes about ten times as much; demand around it varies a little. */
    private static final int MISTYPED = 8;
    /** Below this share of what is expected a closed plant or an empty stock is the likelier reason. */
    private static final double MISSED = 0.5;
    /** Orders that a lumpy part must have had before one of them can stand out. */
    private static final int ORDERS = 4;

    /** By bucket, at most one for each. */
    public List<Finding> findings() {
        if (isLumpy()) {
            return oneOrder().stream().toList();
        }
        Expectation expectation = new Expectation(series);
        return IntStream.range(0, series.values().length)
                .filter(t ->
                        !Double.isNaN(series.values()[t]) && expectation.at(t).isKnown())
                .mapToObj(t -> explained(t, expectation).or(() -> faraway(t, expectation)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Finding> explained(int t, Expectation expectation) {
        double value = series.values()[t];
        double expected = expectation.at(t).middle();
        LocalDate from = bucket(t);
        LocalDate to = series.calendar().plus(from, 1);
        double closed = surroundings.weeks().closed(from, to);
        if (closed > 0 && value < expected * (1 - closed / 2)) {
            return finding(t, expected, new Shutdown(closed, expected));
        }
        Surroundings.Counts stock = surroundings.counts(from, to);
        if (stock.empty() > 0 && value < MISSED * expected) {
            return finding(t, expected, new EmptyStock(stock.empty(), stock.all(), expected));
        }
        return Optional.empty();
    }

    private Optional<Finding> faraway(int t, Expectation expectation) {
        Expectation.Range range = expectation.at(t);
        double value = series.values()[t];
        double outside = expectation.outside(t);
        if (!range.hasBothSides() || Math.abs(outside) <= FAR) {
            return Optional.empty();
        }
        double expected = range.middle();
        if (outside < 0) {
            return TIMES * value > range.low() ? Optional.empty() : finding(t, expected, new TooLittle(expected));
        }
        if (value >= MISTYPED * range.high()) {
            return finding(t, expected, new TenTimes(expected));
        }
        return value < TIMES * range.high() ? Optional.empty() : finding(t, expected, new Once(expected));
    }

    /** A part with mostly empty buckets has no level: its largest order stands out among its orders, or does not. */
    private Optional<Finding> oneOrder() {
        double[] values = series.values();
        int[] orders = IntStream.range(0, values.length)
                .filter(t -> values[t] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(t -> -values[t]))
                .mapToInt(Integer::intValue)
                .toArray();
        if (orders.length <= ORDERS) {
            return Optional.empty();
        }
        double largest = values[orders[0]];
        double next = values[orders[1]];
        return largest < TIMES * next || 2 * (Math.sqrt(largest) - Math.sqrt(next)) <= FAR
                ? Optional.empty()
                : finding(orders[0], next, new LargestOrder(orders.length - 1, next));
    }

    private boolean isLumpy() {
        double[] known =
                Arrays.stream(series.values()).filter(v -> !Double.isNaN(v)).toArray();
        return Expectation.median(known) == 0;
    }

    /** Nothing where the corrected value is the one that is known. */
    private Optional<Finding> finding(int t, double expected, CorrectionCause cause) {
        long original = Math.round(1000 * series.values()[t]);
        long grain = unit.grainThousandths();
        long corrected = Math.round(1000 * expected / grain) * grain;
        return original == corrected
                ? Optional.empty()
                : Optional.of(new Finding(bucket(t), original, corrected, cause));
    }

    private LocalDate bucket(int t) {
        return series.calendar().plus(series.first(), t);
    }
}
