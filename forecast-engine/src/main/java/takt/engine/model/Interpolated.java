package takt.engine.model;

/**
 * Quantiles known at some levels, straight between them and level outside.
 *
 * @param known ascending levels in (0, 1)
 * @param at quantile at each of them, never falling
 */
public record Interpolated(double mean, double[] known, double[] at) implements Prediction {

    @Override
    public double[] quantiles(double[] levels) {
        double[] result = new double[levels.length];
        for (int i = 0; i < levels.length; i++) {
            result[i] = Math.max(0, interpolate(levels[i]));
        }
        return result;
    }

    private double interpolate(double level) {
        int high = 0;
        while (high < known.length && known[high] < level) {
            high++;
        }
        if (high == 0 || high == known.length) {
            return at[Math.min(high, known.length - 1)];
        }
        double share = (level - known[high - 1]) / (known[high] - known[high - 1]);
        return at[high - 1] + share * (at[high] - at[high - 1]);
    }
}
