package takt.engine.model;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import takt.engine.series.DemandSeries;

/** Plain facts about an array with unknown values (NaN). */
final class KnownValues {

    private KnownValues() {}

    static int count(double[] y) {
        int n = 0;
        for (double v : y) {
            n += Double.isNaN(v) ? 0 : 1;
        }
        return n;
    }

    /** The known values alone, in order. */
    static double[] only(double[] y) {
        double[] known = new double[count(y)];
        int n = 0;
        for (double v : y) {
            if (!Double.isNaN(v)) {
                known[n++] = v;
            }
        }
        return known;
    }

    /** Without the unknown values before the first known one. */
    static double[] trimmed(double[] y) {
        int from = 0;
        while (from < y.length && Double.isNaN(y[from])) {
            from++;
        }
        return from == 0 ? y : Arrays.copyOfRange(y, from, y.length);
    }

    /** First day of the first known bucket, as days since 1970; of the first bucket when none is known. */
    static double first(DemandSeries history) {
        double[] y = history.values();
        int t = y.length - trimmed(y).length;
        return history.calendar().plus(history.first(), t == y.length ? 0 : t).toEpochDay();
    }

    /** The history from the bucket that a state begins with; empty when that is not there, or was not kept. */
    static Optional<double[]> since(FittedState learnt, DemandSeries history) {
        if (!learnt.arrays().containsKey(AutoEts.FIRST)) {
            return Optional.empty();
        }
        int from =
                history.calendar().between(history.first(), LocalDate.ofEpochDay((long) learnt.value(AutoEts.FIRST)));
        double[] y = history.values();
        return from < 0 || from >= y.length ? Optional.empty() : Optional.of(Arrays.copyOfRange(y, from, y.length));
    }

    static double mean(double[] y) {
        double sum = 0;
        int n = 0;
        for (double v : y) {
            if (!Double.isNaN(v)) {
                sum += v;
                n++;
            }
        }
        return n == 0 ? 0 : sum / n;
    }

    static double variance(double[] y) {
        double mean = mean(y);
        double sum = 0;
        int n = 0;
        for (double v : y) {
            if (!Double.isNaN(v)) {
                sum += (v - mean) * (v - mean);
                n++;
            }
        }
        return n == 0 ? 0 : sum / n;
    }

    static boolean isConstant(double[] y) {
        double first = Double.NaN;
        for (double v : y) {
            if (!Double.isNaN(v)) {
                if (!Double.isNaN(first) && v != first) {
                    return false;
                }
                first = v;
            }
        }
        return true;
    }
}
