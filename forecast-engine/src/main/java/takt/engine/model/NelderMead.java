package takt.engine.model;

import java.util.Arrays;

/**
 * Minimises a function of a few variables in the unit box without derivatives (Nelder and Mead 1965, with the usual
 * coefficients). Points outside are moved to the border.
 */
final class NelderMead {

    /** The function to minimise. */
    @FunctionalInterface
    interface Target {
        double at(double[] point);
    }

    private static final double STEP = 0.15;

    private final int n;
    private final double[][] simplex;
    private final double[] values;
    private final double[] centre;
    private final double[] trial;
    private final double[] second;

    NelderMead(int variables) {
        this.n = variables;
        this.simplex = new double[n + 1][n];
        this.values = new double[n + 1];
        this.centre = new double[n];
        this.trial = new double[n];
        this.second = new double[n];
    }

    /** The best point found within a number of evaluations. */
    double[] minimise(Target target, double[] start, int evaluations, double tolerance) {
        for (int i = 0; i <= n; i++) {
            System.arraycopy(start, 0, simplex[i], 0, n);
            if (i > 0) {
                simplex[i][i - 1] += start[i - 1] > 0.5 ? -STEP : STEP;
            }
            values[i] = target.at(simplex[i]);
        }
        int used = n + 1;
        while (used < evaluations) {
            order();
            if (values[n] - values[0] <= tolerance * (Math.abs(values[0]) + 1e-9)) {
                break;
            }
            centre();
            move(trial, 1);
            double reflected = target.at(trial);
            used++;
            if (reflected < values[0]) {
                move(second, 2);
                double expanded = target.at(second);
                used++;
                replace(expanded < reflected ? second : trial, Math.min(expanded, reflected));
            } else if (reflected < values[n - 1]) {
                replace(trial, reflected);
            } else {
                move(second, reflected < values[n] ? 0.5 : -0.5);
                double contracted = target.at(second);
                used++;
                if (contracted < Math.min(reflected, values[n])) {
                    replace(second, contracted);
                } else {
                    used += shrink(target);
                }
            }
        }
        order();
        return simplex[0].clone();
    }

    private void order() {
        for (int i = 1; i <= n; i++) {
            double[] point = simplex[i];
            double value = values[i];
            int j = i - 1;
            while (j >= 0 && values[j] > value) {
                simplex[j + 1] = simplex[j];
                values[j + 1] = values[j];
                j--;
            }
            simplex[j + 1] = point;
            values[j + 1] = value;
        }
    }

    private void centre() {
        Arrays.fill(centre, 0);
        for (int i = 0; i < n; i++) {
            for (int d = 0; d < n; d++) {
                centre[d] += simplex[i][d] / n;
            }
        }
    }

    private void move(double[] to, double factor) {
        for (int d = 0; d < n; d++) {
            to[d] = Math.min(1, Math.max(0, centre[d] + factor * (centre[d] - simplex[n][d])));
        }
    }

    private void replace(double[] point, double value) {
        System.arraycopy(point, 0, simplex[n], 0, n);
        values[n] = value;
    }

    private int shrink(Target target) {
        for (int i = 1; i <= n; i++) {
            for (int d = 0; d < n; d++) {
                simplex[i][d] = 0.5 * (simplex[i][d] + simplex[0][d]);
            }
            values[i] = target.at(simplex[i]);
        }
        return n;
    }
}
