package takt.engine.model;

import java.util.Arrays;

/** Classical decomposition: a centred moving average, and what each bucket of the season does around it. */
final class Decomposition {

    private Decomposition() {}

    /**
     * One index per bucket 0..m-1 of the season: sums to 0 (additive), has mean 1 (multiplicative). A bucket whose
     * neighbourhood is never fully known gets no effect.
     */
    static double[] season(double[] y, int m, boolean multiplicative) {
        double[] sum = new double[m];
        int[] count = new int[m];
        int half = m / 2;
        for (int t = half; t < y.length - half; t++) {
            double around = centred(y, t, m, half);
            double effect = multiplicative ? y[t] / around : y[t] - around;
            if (Double.isFinite(effect)) {
                sum[t % m] += effect;
                count[t % m]++;
            }
        }
        double neutral = multiplicative ? 1 : 0;
        for (int i = 0; i < m; i++) {
            sum[i] = count[i] == 0 ? neutral : sum[i] / count[i];
        }
        double mean = Arrays.stream(sum).average().orElse(neutral);
        for (int i = 0; i < m; i++) {
            sum[i] = multiplicative ? (mean > 0 ? Math.max(0, sum[i] / mean) : 1) : sum[i] - mean;
        }
        return sum;
    }

    private static double centred(double[] y, int t, int m, int half) {
        if (m % 2 == 1) {
            double sum = 0;
            for (int i = -half; i <= half; i++) {
                sum += y[t + i];
            }
            return sum / m;
        }
        double sum = 0.5 * (y[t - half] + y[t + half]);
        for (int i = 1 - half; i < half; i++) {
            sum += y[t + i];
        }
        return sum / m;
    }

    /**
     * Whether the autocorrelation at the season's lag is significant at 90 % (Assimakopoulos and Nikolopoulos 2000).
     */
    static boolean isSeasonal(double[] y, int m) {
        if (m < 2 || y.length <= 2 * m) {
            return false;
        }
        double mean = Arrays.stream(y).filter(v -> !Double.isNaN(v)).average().orElse(0);
        double[] r = new double[m + 1];
        for (int lag = 0; lag <= m; lag++) {
            for (int t = lag; t < y.length; t++) {
                double product = (y[t] - mean) * (y[t - lag] - mean);
                r[lag] += Double.isNaN(product) ? 0 : product;
            }
        }
        if (!(r[0] > 0)) {
            return false;
        }
        double squares = 0;
        for (int lag = 1; lag < m; lag++) {
            squares += r[lag] * r[lag] / (r[0] * r[0]);
        }
        return Math.abs(r[m] / r[0]) > 1.6448536269514722 * Math.sqrt((1 + 2 * squares) / y.length);
    }
}
