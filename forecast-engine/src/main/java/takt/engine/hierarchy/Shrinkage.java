package takt.engine.hierarchy;

import java.util.Arrays;

/** How much of the correlations of errors is chance (Schaefer and Strimmer 2005). */
final class Shrinkage {

    /** Series from which it is told; more would not tell it better. */
    private static final int SAMPLE = 500;

    private Shrinkage() {}

    /** Summed variance of the correlations over their summed squares, in 0..1; 1 where nothing varies. */
    static double of(double[][] errors) {
        double[][] all = Arrays.stream(errors)
                .filter(e -> meanProduct(e, e) > 0)
                .map(Shrinkage::standardised)
                .toArray(double[][]::new);
        int stride = Math.max(1, all.length / SAMPLE);
        double variances = 0;
        double squares = 0;
        for (int i = 0; i < all.length; i += stride) {
            for (int j = 0; j < i; j += stride) {
                double r = meanProduct(all[i], all[j]);
                int n = all[i].length;
                for (int t = 0; t < n; t++) {
                    double w = all[i][t] * all[j][t] - r;
                    variances += w * w * n / Math.pow(Math.max(1, n - 1), 3);
                }
                squares += r * r;
            }
        }
        return squares == 0 ? 1 : Math.min(1, variances / squares);
    }

    private static double[] standardised(double[] errors) {
        double deviation = Math.sqrt(meanProduct(errors, errors));
        return Arrays.stream(errors).map(e -> e / deviation).toArray();
    }

    static double meanProduct(double[] a, double[] b) {
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            sum += a[t] * b[t];
        }
        return a.length == 0 ? 0 : sum / a.length;
    }
}
