package takt.engine.hierarchy;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Reconciles forecasts of parts and groups with the least total variance of their errors (MinT: Wickramasuriya,
 * Athanasopoulos and Hyndman 2019), the covariance of the errors shrunk towards its diagonal (Schaefer and Strimmer
 * 2005). With the errors' covariance W and the groups' discrepancies C y, all forecasts y change by -W C' (C W C')^-1 C y.
 */
public final class MinTrace {

    /** Series from which the shrinkage is told; more would not tell it better. */
    private static final int SAMPLE = 500;

    private final Hierarchy hierarchy;
    private final double[][] weights;

    /**
     * @param partErrors one-step errors, one row per part, all rows of one length; 0 where unknown
     * @param groupErrors the same of the groups' own forecasts
     */
    public MinTrace(Hierarchy hierarchy, double[][] partErrors, double[][] groupErrors) {
        this.hierarchy = hierarchy;
        double lambda = shrinkage(partErrors);
        int groups = groupErrors.length;
        int buckets = groups == 0 ? 0 : groupErrors[0].length;
        double[][] gaps = gaps(partErrors, groupErrors, buckets);
        double[][] parts = new double[partErrors.length][groups];
        for (int i = 0; i < parts.length; i++) {
            for (int g = 0; g < groups; g++) {
                parts[i][g] = (1 - lambda) * product(partErrors[i], gaps[g]);
            }
        }
        double[][] own = new double[groups][groups];
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < groups; k++) {
                own[g][k] = (1 - lambda) * product(gaps[g], gaps[k]);
            }
            own[g][g] += lambda * product(groupErrors[g], groupErrors[g]);
            for (int i : hierarchy.groups().get(g).members()) {
                parts[i][g] -= lambda * product(partErrors[i], partErrors[i]);
            }
        }
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < groups; k++) {
                for (int i :
                        shared(hierarchy.groups().get(g), hierarchy.groups().get(k))) {
                    own[g][k] += lambda * product(partErrors[i], partErrors[i]);
                }
            }
        }
        double[][] inverse = inverse(own);
        this.weights = Arrays.stream(parts)
                .map(row -> IntStream.range(0, groups)
                        .mapToDouble(k -> IntStream.range(0, groups)
                                .mapToDouble(g -> row[g] * inverse[g][k])
                                .sum())
                        .toArray())
                .toArray(double[][]::new);
    }

    /** What the groups' errors are more than the sum of their parts' errors. */
    private double[][] gaps(double[][] partErrors, double[][] groupErrors, int buckets) {
        double[][] gaps = new double[groupErrors.length][];
        for (int g = 0; g < gaps.length; g++) {
            gaps[g] = groupErrors[g].clone();
            for (int i : hierarchy.groups().get(g).members()) {
                for (int t = 0; t < buckets; t++) {
                    gaps[g][t] -= partErrors[i][t];
                }
            }
        }
        return gaps;
    }

    /**
     * Means of the parts that agree with those of the groups, at least 0. A part that is expected to need nothing stays
     * so.
     *
     * @param parts mean of each part
     * @param groups mean of each group
     */
    public double[] parts(double[] parts, double[] groups) {
        double[] sums = hierarchy.sums(parts);
        return IntStream.range(0, parts.length)
                .mapToDouble(i -> {
                    double change = IntStream.range(0, groups.length)
                            .mapToDouble(g -> weights[i][g] * (groups[g] - sums[g]))
                            .sum();
                    return parts[i] > 0 ? Math.max(0, parts[i] - change) : 0;
                })
                .toArray();
    }

    private static int[] shared(Group one, Group other) {
        return Arrays.stream(one.members())
                .filter(i -> Arrays.binarySearch(other.members(), i) >= 0)
                .toArray();
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            sum += a[t] * b[t];
        }
        return a.length == 0 ? 0 : sum / a.length;
    }

    /** How much of the correlations is chance: their summed variance over their summed squares, in 0..1. */
    static double shrinkage(double[][] errors) {
        double[][] sample = Arrays.stream(errors)
                .filter(e -> product(e, e) > 0)
                .map(MinTrace::standardised)
                .toArray(double[][]::new);
        int stride = Math.max(1, sample.length / SAMPLE);
        double variances = 0;
        double squares = 0;
        for (int i = 0; i < sample.length; i += stride) {
            for (int j = 0; j < i; j += stride) {
                double r = product(sample[i], sample[j]);
                int n = sample[i].length;
                for (int t = 0; t < n; t++) {
                    double w = sample[i][t] * sample[j][t] - r;
                    variances += w * w * n / Math.pow(Math.max(1, n - 1), 3);
                }
                squares += r * r;
            }
        }
        return squares == 0 ? 1 : Math.min(1, variances / squares);
    }

    private static double[] standardised(double[] errors) {
        double deviation = Math.sqrt(product(errors, errors));
        return Arrays.stream(errors).map(e -> e / deviation).toArray();
    }

    /** By Gauss and Jordan; a group without any error gets a little, so that there is an inverse. */
    private static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double trace = IntStream.range(0, n).mapToDouble(i -> matrix[i][i]).sum();
        double[][] a = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix[i], 0, a[i], 0, n);
            a[i][i] += 1e-9 * (trace > 0 ? trace : 1);
            a[i][n + i] = 1;
        }
        for (int i = 0; i < n; i++) {
            int best = i;
            for (int k = i + 1; k < n; k++) {
                best = Math.abs(a[k][i]) > Math.abs(a[best][i]) ? k : best;
            }
            double[] row = a[best];
            a[best] = a[i];
            a[i] = row;
            double pivot = row[i];
            for (int c = 0; c < 2 * n; c++) {
                row[c] /= pivot;
            }
            for (int k = 0; k < n; k++) {
                double factor = k == i ? 0 : a[k][i];
                for (int c = 0; factor != 0 && c < 2 * n; c++) {
                    a[k][c] -= factor * row[c];
                }
            }
        }
        return Arrays.stream(a).map(row -> Arrays.copyOfRange(row, n, 2 * n)).toArray(double[][]::new);
    }
}
