package takt.sharing.explosion;

import java.util.SplittableRandom;

/**
 * Random numbers that all parts and weeks share. A path's number for a part and a bucket is the normal score of
 * a common wave (the economy, the plant) and an own one, both persistent from bucket to bucket, turned into a
 * probability. The same seed gives the same paths.
 */
public final class Scenarios {

    /** Share of a part's variance that moves with all the others. Our assumption, see docs/data-flow.md. */
    static final double COMMON = 0.4;

    /** Correlation from one week to the next. */
    static final double PERSISTENCE = 0.7;

    private final int paths;
    private final long seed;
    private final double[][] common;

    public Scenarios(int paths, int buckets, long seed) {
        this.paths = paths;
        this.seed = seed;
        this.common = waves(new SplittableRandom(seed), paths, buckets);
    }

    public int paths() {
        return paths;
    }

    /** Probabilities [path][bucket] in (0, 1) for the part named by {@code key}. */
    double[][] probabilities(String key, int buckets) {
        double[][] own = waves(new SplittableRandom(seed ^ mix(key)), paths, buckets);
        for (int p = 0; p < paths; p++) {
            for (int b = 0; b < buckets; b++) {
                double z = Math.sqrt(COMMON) * common[p][b] + Math.sqrt(1 - COMMON) * own[p][b];
                own[p][b] = normalCdf(z);
            }
        }
        return own;
    }

    private static double[][] waves(SplittableRandom random, int paths, int buckets) {
        double[][] waves = new double[paths][buckets];
        double fresh = Math.sqrt(1 - PERSISTENCE * PERSISTENCE);
        for (double[] wave : waves) {
            double z = gaussian(random);
            for (int b = 0; b < buckets; b++) {
                wave[b] = z;
                z = PERSISTENCE * z + fresh * gaussian(random);
            }
        }
        return waves;
    }

    /** Box and Muller; the platform's own method may change between versions of Java. */
    private static double gaussian(SplittableRandom random) {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return radius * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** Standard normal distribution function, error below 7.5e-8 (Abramowitz and Stegun 26.2.17). */
    static double normalCdf(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double tail = Math.exp(-z * z / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return z >= 0 ? 1 - tail : tail;
    }

    private static long mix(String key) {
        long hash = 1125899906842597L;
        for (int i = 0; i < key.length(); i++) {
            hash = 31 * hash + key.charAt(i);
        }
        return hash * 0x9E3779B97F4A7C15L;
    }
}
