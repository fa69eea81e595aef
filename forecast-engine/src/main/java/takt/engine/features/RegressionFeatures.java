package takt.engine.features;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import takt.engine.series.DemandSeries;

/**
 * What the regression sees of a series at an origin. Amounts are divided by the series' scale, so that slow
 * and fast movers share one model; unknown buckets read as the scale's mean.
 */
public final class RegressionFeatures {

    private static final int LAGS = 12;
    private static final int[] WINDOWS = {2, 3, 6, 12, 24, 36};
    private static final double[] DECAYS = {0.7, 0.8, 0.9, 0.95};

    /** Names in the order of {@link #row}, ascending as Tribuo sorts them. */
    public static final List<String> NAMES = names();

    private final double[] values;
    private final double[] base;
    private final double scale;
    private final int season;
    private final LocalDate origin;
    private final DemandSeries history;

    public RegressionFeatures(DemandSeries history) {
        this.history = history;
        this.values = history.values();
        this.season = history.season();
        this.origin = history.last();
        this.scale = scaleOf(values);
        this.base = base();
    }

    /** Weighted mean demand per bucket with decay 0.95, at least 0.05 so that silent parts stay comparable. */
    public double scale() {
        return scale;
    }

    /** One row for step 1, 2, ...; {@code planned} is the schedule's demand of that bucket, NaN without one. */
    public double[] row(int step, double planned) {
        double[] row = base.clone();
        int same = values.length - 1 + step - season * ((step + season - 1) / season);
        LocalDate bucket = history.calendar().plus(origin, step);
        int at = row.length - 5;
        row[at++] = bucket.getDayOfYear() / 366.0;
        row[at++] = step;
        row[at++] = Double.isNaN(planned) ? -1 : planned / scale;
        row[at++] = same >= 0 && !Double.isNaN(values[same]) ? values[same] / scale : 1;
        row[at] = scale;
        return row;
    }

    private double[] base() {
        List<Double> row = new ArrayList<>();
        row.add((double) values.length);
        for (double decay : DECAYS) {
            row.add(weightedMean(values, decay) / scale);
        }
        for (int lag = 1; lag <= LAGS; lag++) {
            int t = values.length - lag;
            row.add(t >= 0 && !Double.isNaN(values[t]) ? values[t] / scale : 1);
        }
        for (int window : WINDOWS) {
            row.add(mean(window));
        }
        row.add(shareNonZero());
        row.add((double) sinceLastDemand());
        for (int i = 0; i < 5; i++) {
            row.add(0.0);
        }
        return row.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double mean(int window) {
        double sum = 0;
        int n = 0;
        for (int t = Math.max(0, values.length - window); t < values.length; t++) {
            if (!Double.isNaN(values[t])) {
                sum += values[t];
                n++;
            }
        }
        return n == 0 ? 1 : sum / n / scale;
    }

    private double shareNonZero() {
        int from = Math.max(0, values.length - season);
        double hits = 0;
        for (int t = from; t < values.length; t++) {
            hits += values[t] > 0 ? 1 : 0;
        }
        return hits / (values.length - from);
    }

    private int sinceLastDemand() {
        int t = values.length - 1;
        while (t >= 0 && !(values[t] > 0)) {
            t--;
        }
        return values.length - 1 - t;
    }

    private static double scaleOf(double[] values) {
        return Math.max(0.05, weightedMean(values, 0.95));
    }

    /** Exponentially weighted mean of the known values, the newest weighing most; 0 without any. */
    public static double weightedMean(double[] values, double decay) {
        double sum = 0;
        double weights = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum = sum * decay + value;
                weights = weights * decay + 1;
            }
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of("a-age"));
        for (double decay : DECAYS) {
            names.add("b-weighted-%.2f".formatted(decay));
        }
        for (int lag = 1; lag <= LAGS; lag++) {
            names.add("c-lag-%02d".formatted(lag));
        }
        for (int window : WINDOWS) {
            names.add("d-mean-%02d".formatted(window));
        }
        names.addAll(
                List.of("e-nonzero", "f-since", "g-day-of-year", "h-step", "i-planned", "j-last-season", "k-scale"));
        return List.copyOf(names);
    }
}
