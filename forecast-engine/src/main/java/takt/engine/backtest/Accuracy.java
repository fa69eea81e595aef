package takt.engine.backtest;

import takt.engine.model.ForecastDistribution;
import takt.engine.model.Levels;

/** Sums behind every error measure of a backtest; they add up over series and origins, in a fixed order. */
public final class Accuracy {

    private static final double[] LEVELS = Levels.nine();
    private static final int PATHS = 500;

    private double pinball;
    private double absolute;
    private double signed;
    private double actual;
    private int buckets;
    private final int[] below = new int[LEVELS.length];
    private double mase;
    private int maseSeries;
    private double rmsse;
    private int rmsseSeries;
    private double sumPinball;
    private double sumActual;
    private int series;

    /**
     * Takes one series.
     *
     * @param actuals demand per step, NaN where it is unknown
     * @param history what was known at the origin, for the scales
     */
    public static Accuracy of(
            ForecastDistribution forecast,
            double[] actuals,
            double[] history,
            int season,
            Protocol protocol,
            int lead) {
        Accuracy one = new Accuracy();
        one.series = 1;
        double absoluteMedian = 0;
        double squares = 0;
        for (int h = 1; h <= actuals.length; h++) {
            double y = actuals[h - 1];
            if (Double.isNaN(y)) {
                continue;
            }
            double[] quantiles = protocol.rounded(forecast.quantiles(h, LEVELS));
            double mean = protocol.point(forecast.steps()[h - 1]);
            for (int i = 0; i < LEVELS.length; i++) {
                double miss = y - quantiles[i];
                one.pinball += Math.max(LEVELS[i] * miss, (LEVELS[i] - 1) * miss);
                one.below[i] += y <= quantiles[i] ? 1 : 0;
            }
            one.absolute += Math.abs(y - mean);
            one.signed += mean - y;
            one.actual += Math.abs(y);
            one.buckets++;
            absoluteMedian += Math.abs(y - (protocol == Protocol.MONASH ? mean : quantiles[4]));
            squares += (y - mean) * (y - mean);
        }
        one.scale(absoluteMedian, squares, history, season);
        one.sum(forecast, actuals, lead);
        return one;
    }

    /** Scaled errors (Hyndman and Koehler 2006; Makridakis et al. 2022); a series without a scale is left out. */
    private void scale(double absoluteMedian, double squares, double[] history, int season) {
        if (buckets == 0) {
            return;
        }
        double scale = difference(history, season, 1);
        if (Double.isNaN(scale)) {
            scale = difference(history, 1, 1);
        }
        double value = absoluteMedian / buckets / scale;
        if (Double.isFinite(value)) {
            mase += value;
            maseSeries++;
        }
        double root = Math.sqrt(squares / buckets / difference(history, 1, 2));
        if (Double.isFinite(root)) {
            rmsse += root;
            rmsseSeries++;
        }
    }

    private static double difference(double[] y, int lag, int power) {
        double sum = 0;
        int n = 0;
        for (int t = lag; t < y.length; t++) {
            double d = Math.abs(y[t] - y[t - lag]);
            if (!Double.isNaN(d)) {
                sum += power == 1 ? d : d * d;
                n++;
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    private void sum(ForecastDistribution forecast, double[] actuals, int lead) {
        double y = 0;
        for (int h = 0; h < Math.min(lead, actuals.length); h++) {
            y += actuals[h];
        }
        if (lead < 1 || lead > actuals.length || Double.isNaN(y)) {
            return;
        }
        double miss = y - forecast.sum(lead, PATHS, 7).quantiles(new double[] {0.95})[0];
        sumPinball += Math.max(0.95 * miss, -0.05 * miss);
        sumActual += Math.abs(y);
    }

    public Accuracy add(Accuracy o) {
        pinball += o.pinball;
        absolute += o.absolute;
        signed += o.signed;
        actual += o.actual;
        buckets += o.buckets;
        for (int i = 0; i < below.length; i++) {
            below[i] += o.below[i];
        }
        mase += o.mase;
        maseSeries += o.maseSeries;
        rmsse += o.rmsse;
        rmsseSeries += o.rmsseSeries;
        sumPinball += o.sumPinball;
        sumActual += o.sumActual;
        series += o.series;
        return this;
    }

    /** Weighted quantile loss: mean over nine levels of 2 x loss / sum of the demand. */
    public double wql() {
        return 2 * pinball / LEVELS.length / actual;
    }

    /** Weighted absolute percentage error of the mean. */
    public double wape() {
        return absolute / actual;
    }

    /** Bias of the mean, positive is over-forecast. */
    public double bias() {
        return signed / actual;
    }

    /** Mean absolute error of the median over the in-sample seasonal naive error, mean over series. */
    public double mase() {
        return mase / maseSeries;
    }

    /** Root mean squared error of the mean over the in-sample naive one, mean over series. */
    public double rmsse() {
        return rmsse / rmsseSeries;
    }

    /** Share of buckets at or below the quantile of level (i + 1) / 10. */
    public double coverage(int i) {
        return (double) below[i] / buckets;
    }

    /** Twice the quantile loss at 0.95 of the sum over the lead time, over the sum of the demand. */
    public double leadTimeLoss() {
        return 2 * sumPinball / sumActual;
    }

    public int series() {
        return series;
    }

    public int buckets() {
        return buckets;
    }
}
