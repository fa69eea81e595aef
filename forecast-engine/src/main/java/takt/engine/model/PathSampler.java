package takt.engine.model;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Draws sample paths from the steps of a forecast, joined by a Gaussian copula with one correlation. */
public final class PathSampler {

    private static final int GRAIN = 400;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double[] LEVELS = middles(GRAIN);

    private final double[][] tables;
    private final double mean;

    PathSampler(Prediction[] steps, int periods) {
        tables = new double[periods][];
        double sum = 0;
        for (int h = 0; h < periods; h++) {
            tables[h] = steps[h].quantiles(LEVELS);
            sum += steps[h].mean();
        }
        mean = sum;
    }

    /** The shared factor is spread evenly over its distribution, so that few paths go far. */
    double[][] paths(double common, int count, long seed) {
        double[] levels = middles(count);
        double[][] paths = new double[count][tables.length];
        SplittableRandom random = new SplittableRandom(seed);
        double shared = Math.sqrt(common);
        double own = Math.sqrt(1 - common);
        for (int p = 0; p < count; p++) {
            double factor = shared == 0 ? 0 : shared * NORMAL.inverseCumulativeProbability(levels[p]);
            for (int h = 0; h < tables.length; h++) {
                double u = shared == 0
                        ? random.nextDouble()
                        : NORMAL.cumulativeProbability(factor + own * random.nextGaussian());
                paths[p][h] = tables[h][Math.min(GRAIN - 1, (int) (u * GRAIN))];
            }
        }
        return paths;
    }

    /** Distribution of the sum of all steps. No quantile is below that of any step alone: no step takes anything away. */
    public Prediction sum(double common, int count, long seed) {
        double[] sums = Arrays.stream(paths(common, count, seed))
                .mapToDouble(path -> Arrays.stream(path).sum())
                .sorted()
                .toArray();
        double[] weights = new double[count];
        Arrays.fill(weights, 1);
        return Inside.of(new Sum(new Empirical(mean, sums, weights), tables));
    }

    /** @param tables quantiles of each step at {@link #LEVELS} */
    private record Sum(Prediction drawn, double[][] tables) implements Prediction {

        @Override
        public double mean() {
            return drawn.mean();
        }

        @Override
        public double[] quantiles(double[] levels) {
            double[] quantiles = drawn.quantiles(levels);
            for (int i = 0; i < levels.length; i++) {
                int below = (int) (levels[i] * GRAIN - 0.5);
                for (double[] table : tables) {
                    quantiles[i] = Math.max(quantiles[i], table[Math.max(0, below)]);
                }
            }
            return quantiles;
        }
    }

    private static double[] middles(int count) {
        double[] levels = new double[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (i + 0.5) / count;
        }
        return levels;
    }
}
