package takt.engine.backtest;

import takt.engine.model.Levels;
import takt.engine.model.Prediction;

/**
 * Sums behind the error measures; scores add up over buckets, series and folds.
 *
 * @param pinball sum over buckets and levels of the quantile loss
 * @param absolute sum |y - mean|
 * @param signed sum (mean - y)
 * @param actual sum |y|
 * @param buckets buckets with a known actual
 * @param squared sum ((y - mean) / the series' scale)²
 * @param sums quantile loss at 0.9 and 0.95 of the sum over the first quarter of a season
 */
public record Score(
        double pinball, double absolute, double signed, double actual, int buckets, double squared, double sums) {

    public static final Score NOTHING = new Score(0, 0, 0, 0, 0, 0, 0);
    private static final double[] UPPER = {0.9, 0.95};
    /** Of any two steps, where nothing is known yet of how far they move together. */
    private static final double CORRELATION = 0.2;

    /** Scores a bucket on a scale of 1. */
    public static Score of(Prediction forecast, double actual) {
        return of(forecast, actual, 1);
    }

    private static Score of(Prediction forecast, double actual, double scale) {
        double[] levels = Levels.nine();
        double[] quantiles = forecast.quantiles();
        double loss = 0;
        for (int i = 0; i < levels.length; i++) {
            double miss = actual - quantiles[i];
            loss += Math.max(levels[i] * miss, (levels[i] - 1) * miss);
        }
        double error = (actual - forecast.mean()) / scale;
        return new Score(
                loss,
                Math.abs(actual - forecast.mean()),
                forecast.mean() - actual,
                Math.abs(actual),
                1,
                error * error,
                0);
    }

    /**
     * Scores a path against the actuals of the same buckets; unknown actuals are left out.
     *
     * @param quarter steps whose sum is judged too, if all of them are known; 0 for none
     * @param scale above 0, in which errors of the mean are measured
     */
    public static Score of(Prediction[] path, double[] actuals, int quarter, double scale) {
        Score sum = NOTHING;
        for (int i = 0; i < path.length; i++) {
            if (!Double.isNaN(actuals[i])) {
                sum = sum.plus(of(path[i], actuals[i], scale));
            }
        }
        double sums = sums(path, actuals, Math.min(quarter, path.length));
        return new Score(sum.pinball, sum.absolute, sum.signed, sum.actual, sum.buckets, sum.squared, sums);
    }

    /** The sum as a distribution with the mean and variance that the steps give it. */
    private static double sums(Prediction[] path, double[] actuals, int steps) {
        double mean = 0;
        double variance = 0;
        double deviations = 0;
        double actual = 0;
        for (int i = 0; i < steps; i++) {
            double own = path[i].variance();
            mean += path[i].mean();
            variance += own;
            deviations += Math.sqrt(own);
            actual += actuals[i];
        }
        if (steps == 0 || Double.isNaN(actual)) {
            return 0;
        }
        double[] quantiles = Prediction.spread(
                        mean, (1 - CORRELATION) * variance + CORRELATION * deviations * deviations)
                .quantiles(UPPER);
        double loss = 0;
        for (int i = 0; i < UPPER.length; i++) {
            double miss = actual - quantiles[i];
            loss += Math.max(UPPER[i] * miss, (UPPER[i] - 1) * miss);
        }
        return loss;
    }

    public Score plus(Score o) {
        return new Score(
                pinball + o.pinball,
                absolute + o.absolute,
                signed + o.signed,
                actual + o.actual,
                buckets + o.buckets,
                squared + o.squared,
                sums + o.sums);
    }

    /** Mean over the levels of 2 x quantile loss, in units of the demand. */
    public double loss() {
        return 2 * pinball / Levels.count();
    }

    /** Weighted quantile loss: {@link #loss} / sum|y|. NaN when nothing was demanded. */
    public double wql() {
        return actual == 0 ? Double.NaN : loss() / actual;
    }

    /** Weighted absolute percentage error of the mean. NaN when nothing was demanded. */
    public double wape() {
        return actual == 0 ? Double.NaN : absolute / actual;
    }

    /** Bias of the mean, positive is over-forecast. NaN when nothing was demanded. */
    public double bias() {
        return actual == 0 ? Double.NaN : signed / actual;
    }
}
