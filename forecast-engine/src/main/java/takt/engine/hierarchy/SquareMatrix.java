package takt.engine.hierarchy;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Just enough of a matrix, n rows of n. */
record SquareMatrix(double[][] rows) {

    /** By Gauss and Jordan; the diagonal gets a billionth more of all, so that there is an inverse. */
    SquareMatrix inverse() {
        int n = rows.length;
        double trace = IntStream.range(0, n).mapToDouble(i -> rows[i][i]).sum();
        double[][] a = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(rows[i], 0, a[i], 0, n);
            a[i][i] += 1e-9 * (trace > 0 ? trace : 1);
            a[i][n + i] = 1;
        }
        for (int i = 0; i < n; i++) {
            pivot(a, i);
            for (int k = 0; k < n; k++) {
                double factor = k == i ? 0 : a[k][i];
                for (int c = 0; factor != 0 && c < 2 * n; c++) {
                    a[k][c] -= factor * a[i][c];
                }
            }
        }
        return new SquareMatrix(
                Arrays.stream(a).map(row -> Arrays.copyOfRange(row, n, 2 * n)).toArray(double[][]::new));
    }

    /** Brings the row with the largest element of column i to row i and makes that element 1. */
    private static void pivot(double[][] a, int i) {
        int best = i;
        for (int k = i + 1; k < a.length; k++) {
            best = Math.abs(a[k][i]) > Math.abs(a[best][i]) ? k : best;
        }
        double[] row = a[best];
        a[best] = a[i];
        a[i] = row;
        double pivot = row[i];
        for (int c = 0; c < row.length; c++) {
            row[c] /= pivot;
        }
    }

    double[] times(double[] vector) {
        return Arrays.stream(rows)
                .mapToDouble(row -> IntStream.range(0, vector.length)
                        .mapToDouble(c -> row[c] * vector[c])
                        .sum())
                .toArray();
    }
}
