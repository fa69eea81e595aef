package takt.engine.model;

import java.util.List;

/**
 * Several opinions on one bucket: the mean of the means and, level by level, of the quantiles (Vincent averaging).
 * A slow mover comes in whole pieces, so its quantiles are rounded.
 */
public record Blend(List<Prediction> parts) implements Prediction {

    private static final double SLOW = 10;

    @Override
    public double mean() {
        double sum = 0;
        for (Prediction part : parts) {
            sum += part.mean();
        }
        return sum / parts.size();
    }

    @Override
    public double[] quantiles(double[] levels) {
        double[] sum = new double[levels.length];
        for (Prediction part : parts) {
            double[] quantiles = part.quantiles(levels);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += quantiles[i];
            }
        }
        boolean whole = mean() < SLOW;
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= parts.size();
            sum[i] = whole ? Math.rint(sum[i]) : sum[i];
        }
        return sum;
    }
}
