package takt.engine.model;

import java.util.Collections;
import java.util.List;

/** Zones of the horizon whose errors are alike: the first month, quarter, half year and the rest. */
public final class HorizonZone {

    public static final int COUNT = 4;
    private static final int ENOUGH = 12;

    private HorizonZone() {}

    public static int of(int step, int season) {
        double years = (double) step / season;
        return years <= 1 / 12.0 ? 0 : years <= 0.25 ? 1 : years <= 0.5 ? 2 : 3;
    }

    /** Mean and mean absolute deviation of the values, then how many there are. */
    static double[] moments(List<Double> values) {
        double mean = 0;
        for (double v : values) {
            mean += v / values.size();
        }
        double deviation = 0;
        for (double v : values) {
            deviation += Math.abs(v - mean) / values.size();
        }
        return new double[] {mean, deviation, values.size()};
    }

    /** Quantiles of the values at the levels of a stored shape; without any, those of a band of two deviations. */
    static double[] shape(List<Double> values) {
        double[] levels = Levels.shape();
        double[] shape = new double[levels.length];
        if (values.size() < ENOUGH) {
            for (int i = 0; i < levels.length; i++) {
                shape[i] = 4 * (levels[i] - 0.5);
            }
            return shape;
        }
        Collections.sort(values);
        for (int i = 0; i < levels.length; i++) {
            double at = levels[i] * (values.size() - 1);
            int low = (int) at;
            int high = Math.min(low + 1, values.size() - 1);
            shape[i] = values.get(low) + (at - low) * (values.get(high) - values.get(low));
        }
        return shape;
    }
}
