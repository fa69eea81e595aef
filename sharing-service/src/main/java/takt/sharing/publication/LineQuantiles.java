package takt.sharing.publication;

import java.util.Arrays;

/** Quantiles of scenario paths, in thousandths. */
final class LineQuantiles {

    private LineQuantiles() {}

    /** From week {@code back} of the paths on, week by week, the levels ascending inside each; order statistics with linear interpolation (type 7). */
    static long[] of(double[][] paths, double[] levels, int back, int weeks, long grainThousandths) {
        long[] quantiles = new long[weeks * levels.length];
        double[] column = new double[paths.length];
        for (int week = 0; week < weeks; week++) {
            for (int p = 0; p < paths.length; p++) {
                column[p] = paths[p][back + week];
            }
            Arrays.sort(column);
            for (int i = 0; i < levels.length; i++) {
                double at = levels[i] * (column.length - 1);
                int low = (int) at;
                int high = Math.min(low + 1, column.length - 1);
                double value = column[low] + (at - low) * (column[high] - column[low]);
                quantiles[week * levels.length + i] = Math.round(value * 1000 / grainThousandths) * grainThousandths;
            }
        }
        return quantiles;
    }
}
