package takt.sharing.publication;

import java.util.Arrays;

/**
 * Quantiles of scenario paths, in thousandths. They are amounts that can be delivered, as the paths are in whole packs,
 * and rounded outward: a band may promise too little, never too much. The demand lies inside the band from 0.1 to 0.9.
 */
final class LineQuantiles {

    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;

    private LineQuantiles() {}

    /**
     * From week {@code back} of the paths on, week by week, the levels ascending inside each: below the median the order
     * statistic at or below a level, above it the one at or above.
     *
     * @param demand thousandths per week, of the same weeks as the paths
     */
    static long[] of(double[][] paths, long[] demand, double[] levels, int back, int weeks, long grainThousandths) {
        long[] quantiles = new long[weeks * levels.length];
        double[] column = new double[paths.length];
        for (int week = 0; week < weeks; week++) {
            for (int p = 0; p < paths.length; p++) {
                column[p] = paths[p][back + week];
            }
            Arrays.sort(column);
            for (int i = 0; i < levels.length; i++) {
                quantiles[week * levels.length + i] =
                        containing(demand[back + week], levels[i], quantile(column, levels[i], grainThousandths));
            }
        }
        return quantiles;
    }

    private static long quantile(double[] sorted, double level, long grain) {
        double at = level * (sorted.length - 1);
        if (level < 0.5) {
            return (long) Math.floor(grains(sorted[(int) at], grain) + 1e-9) * grain;
        }
        if (level > 0.5) {
            return (long) Math.ceil(grains(sorted[(int) Math.ceil(at)], grain) - 1e-9) * grain;
        }
        return Math.round(grains((sorted[(int) at] + sorted[(int) Math.ceil(at)]) / 2, grain)) * grain;
    }

    private static double grains(double amount, long grain) {
        return amount * 1000 / grain;
    }

    private static long containing(long demand, double level, long quantile) {
        if (level <= LOW) {
            return Math.min(quantile, demand);
        }
        return level >= HIGH ? Math.max(quantile, demand) : quantile;
    }
}
