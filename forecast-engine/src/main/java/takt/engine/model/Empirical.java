package takt.engine.model;

/**
 * The values that were seen, each with its weight.
 *
 * @param values ascending
 * @param weights one per value, above 0
 */
public record Empirical(double mean, double[] values, double[] weights) implements Prediction {

    /** The smallest value whose share of the weight, with all below it, reaches the level. */
    @Override
    public double[] quantiles(double[] levels) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double[] result = new double[levels.length];
        int at = 0;
        double sum = weights.length == 0 ? 0 : weights[0];
        for (int i = 0; i < levels.length && values.length > 0; i++) {
            while (at < values.length - 1 && sum < levels[i] * total * (1 - 1e-12)) {
                at++;
                sum += weights[at];
            }
            result[i] = values[at];
        }
        return result;
    }
}
