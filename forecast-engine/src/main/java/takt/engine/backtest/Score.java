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
 */
public record Score(double pinball, double absolute, double signed, double actual, int buckets) {

    public static final Score NOTHING = new Score(0, 0, 0, 0, 0);

    public static Score of(Prediction forecast, double actual) {
        double[] levels = Levels.nine();
        double[] quantiles = forecast.quantiles();
        double loss = 0;
        for (int i = 0; i < levels.length; i++) {
            double miss = actual - quantiles[i];
            loss += Math.max(levels[i] * miss, (levels[i] - 1) * miss);
        }
        return new Score(loss, Math.abs(actual - forecast.mean()), forecast.mean() - actual, Math.abs(actual), 1);
    }

    /** Scores a path against the actuals of the same buckets; unknown actuals are left out. */
    public static Score of(Prediction[] path, double[] actuals) {
        Score sum = NOTHING;
        for (int i = 0; i < path.length; i++) {
            if (!Double.isNaN(actuals[i])) {
                sum = sum.plus(of(path[i], actuals[i]));
            }
        }
        return sum;
    }

    public Score plus(Score o) {
        return new Score(
                pinball + o.pinball, absolute + o.absolute, signed + o.signed, actual + o.actual, buckets + o.buckets);
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
