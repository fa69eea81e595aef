package takt.engine.model;

import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/** Mean demand per bucket of parts that are not asked for in every bucket. Arrays hold known values only. */
public final class Intermittent {

    private static final int STEPS = 12;

    private Intermittent() {}

    /** How a level comes about: weights that fit a history best, and the level they make of a history. */
    interface Way {

        double[] weights(double[] y);

        double level(double[] y, double[] weights);

        default double of(double[] y) {
            return level(y, weights(y));
        }
    }

    private record Plain(Function<double[], double[]> fit, ToDoubleBiFunction<double[], double[]> run) implements Way {

        @Override
        public double[] weights(double[] y) {
            return fit.apply(y);
        }

        @Override
        public double level(double[] y, double[] weights) {
            return run.applyAsDouble(y, weights);
        }
    }

    /** Croston (1972): size of a demand over the time between demands, smoothed with the weight that fits best. */
    static final Way CROSTON = new Plain(Intermittent::crostonWeight, (y, w) -> crostonRun(y, w[0], new double[1]));

    /** Syntetos and Boylan (2005): Croston without its bias, times 1 - alpha / 2. */
    static final Way SBA =
            new Plain(Intermittent::crostonWeight, (y, w) -> (1 - w[0] / 2) * crostonRun(y, w[0], new double[1]));

    /** Teunter, Syntetos and Babai (2011): size times probability, the probability falling while nothing comes. */
    static final Way TSB = new Plain(Intermittent::tsbWeights, (y, w) -> tsbRun(y, w[0], w[1], new double[1]));

    /** Nikolopoulos et al. (2011): smooth sums over the mean time between demands, then share them out again. */
    static final Way ADIDA = new Plain(
            y -> {
                int size = meanInterval(y);
                return new double[] {size, blockWeight(y, size)};
            },
            (y, w) -> aggregated(y, (int) w[0], w[1]));

    /** Petropoulos and Kourentzes (2015): the mean over every aggregation up to the mean time between demands. */
    static final Way IMAPA = new Plain(
            y -> IntStream.rangeClosed(1, meanInterval(y))
                    .mapToDouble(size -> blockWeight(y, size))
                    .toArray(),
            (y, w) -> {
                double sum = 0;
                for (int size = 1; size <= w.length; size++) {
                    sum += aggregated(y, size, w[size - 1]);
                }
                return sum / w.length;
            });

    /** Mean of the last twelve buckets. */
    static final Way LAST_TWELVE = new Plain(y -> new double[0], (y, w) -> lastTwelve(y));

    private static double[] crostonWeight(double[] y) {
        double[] error = new double[1];
        return new double[] {
            GoldenSection.minimise(
                    a -> {
                        crostonRun(y, a, error);
                        return error[0];
                    },
                    0.01,
                    0.5,
                    STEPS)
        };
    }

    private static double crostonRun(double[] y, double alpha, double[] error) {
        double size = 0;
        double interval = 0;
        double since = 1;
        double squares = 0;
        boolean begun = false;
        for (double v : y) {
            if (begun) {
                double miss = v - size / interval;
                squares += miss * miss;
            }
            if (v > 0) {
                size = begun ? size + alpha * (v - size) : v;
                interval = begun ? interval + alpha * (since - interval) : since;
                begun = true;
                since = 1;
            } else {
                since++;
            }
        }
        error[0] = squares;
        return begun ? size / interval : 0;
    }

    private static double[] tsbWeights(double[] y) {
        double[] error = new double[1];
        double bestA = 0.1;
        double bestB = 0.05;
        double least = Double.POSITIVE_INFINITY;
        for (double a = 0.05; a < 0.5; a += 0.15) {
            for (double b = 0.02; b < 0.4; b += 0.08) {
                tsbRun(y, a, b, error);
                if (error[0] < least) {
                    least = error[0];
                    bestA = a;
                    bestB = b;
                }
            }
        }
        double sizeWeight = bestA;
        double weight = GoldenSection.minimise(
                b -> {
                    tsbRun(y, sizeWeight, b, error);
                    return error[0];
                },
                Math.max(0.005, bestB - 0.08),
                bestB + 0.08,
                8);
        return new double[] {sizeWeight, weight};
    }

    private static double tsbRun(double[] y, double alpha, double beta, double[] error) {
        double size = 0;
        int hits = 0;
        for (double v : y) {
            if (v > 0) {
                size += v;
                hits++;
            }
        }
        if (hits == 0) {
            error[0] = 0;
            return 0;
        }
        size /= hits;
        double probability = (double) hits / y.length;
        double squares = 0;
        for (double v : y) {
            double miss = v - size * probability;
            squares += miss * miss;
            if (v > 0) {
                size += alpha * (v - size);
                probability += beta * (1 - probability);
            } else {
                probability -= beta * probability;
            }
        }
        error[0] = squares;
        return size * probability;
    }

    private static double lastTwelve(double[] y) {
        double sum = 0;
        int from = Math.max(0, y.length - 12);
        for (int t = from; t < y.length; t++) {
            sum += y[t];
        }
        return y.length == 0 ? 0 : sum / (y.length - from);
    }

    private static int meanInterval(double[] y) {
        int hits = 0;
        for (double v : y) {
            hits += v > 0 ? 1 : 0;
        }
        return hits == 0 ? 1 : Math.max(1, Math.min(y.length / 2, (int) Math.round((double) y.length / hits)));
    }

    /** The weight with which sums over blocks are smoothed best; 0 where there is no whole block. */
    private static double blockWeight(double[] y, int size) {
        double[] sums = blocks(y, size);
        return sums.length == 0 ? 0 : GoldenSection.minimise(a -> smooth(sums, a, false), 0.01, 0.6, STEPS);
    }

    private static double aggregated(double[] y, int size, double alpha) {
        double[] sums = blocks(y, size);
        return sums.length == 0 ? 0 : smooth(sums, alpha, true) / size;
    }

    /** Sums over blocks of buckets, the last one ending with the last bucket. */
    private static double[] blocks(double[] y, int size) {
        double[] sums = new double[y.length / size];
        int from = y.length - sums.length * size;
        for (int t = from; t < y.length; t++) {
            sums[(t - from) / size] += y[t];
        }
        return sums;
    }

    private static double smooth(double[] y, double alpha, boolean level) {
        double l = y[0];
        double squares = 0;
        for (int t = 1; t < y.length; t++) {
            double miss = y[t] - l;
            squares += miss * miss;
            l += alpha * miss;
        }
        return level ? l : squares;
    }
}
