package takt.engine.model;

/** Exponentially weighted mean and variance of the known values, the newest weighing most. */
public record WeightedMoments(double decay, int known, double mean, double variance) {

    public static WeightedMoments of(double[] values, double decay) {
        int known = 0;
        double weights = 0;
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                known++;
                weights = weights * decay + 1;
                sum = sum * decay + value;
                squares = squares * decay + value * value;
            }
        }
        if (weights == 0) {
            return new WeightedMoments(decay, 0, 0, 0);
        }
        double mean = sum / weights;
        return new WeightedMoments(decay, known, mean, Math.max(0, squares / weights - mean * mean));
    }
}
