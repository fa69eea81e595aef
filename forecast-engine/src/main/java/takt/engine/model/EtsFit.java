package takt.engine.model;

import java.util.Arrays;

/**
 * One form fitted to one series by maximum likelihood. Weights stay inside the usual region
 * (Hyndman et al. 2008, section 2.5: 0 < beta < alpha < 1, 0 < gamma < 1 - alpha, damping 0.8 to 0.98). The level and
 * trend that a form without a season begins with are found exactly, since its errors are linear in them; seasonal
 * forms begin as section 2.6.1 proposes. An unknown bucket leaves the states as they were expected.
 */
final class EtsFit {

    private static final double LEAST = 1e-4;
    private static final int EVALUATIONS = 60;

    private final double[] y;
    private final int m;
    private final EtsForm form;
    private final double[] seasonStart;
    private final double[] season;
    private double alpha;
    private double beta;
    private double gamma;
    private double phi = 1;
    private double level;
    private double trend;
    private double startLevel;
    private double startTrend;
    private double squares;
    private double logs;
    private int known;

    private EtsFit(double[] y, int m, EtsForm form, double[] seasonStart) {
        this.y = y;
        this.m = m;
        this.form = form;
        this.seasonStart = seasonStart;
        this.season = new double[seasonStart.length];
    }

    /** @param start states to begin with; of a form without a season and with an additive error only the shape is used */
    static EtsFit of(double[] y, int m, EtsForm form, EtsStart start) {
        EtsFit fit = new EtsFit(y, m, form, form.isSeasonal() ? start.season() : new double[0]);
        fit.startLevel = start.level();
        fit.startTrend = form.hasTrend() ? start.trend() : 0;
        fit.optimise();
        return fit;
    }

    /** The same form with given weights over another stretch of the same series; nothing is estimated. */
    static EtsFit filtered(double[] y, int m, EtsForm form, EtsStart start, double[] weights) {
        EtsFit fit = new EtsFit(y, m, form, start.season());
        fit.startLevel = start.level();
        fit.startTrend = start.trend();
        fit.alpha = weights[0];
        fit.beta = weights[1];
        fit.gamma = weights[2];
        fit.phi = weights[3];
        fit.run();
        return fit;
    }

    private boolean isExact() {
        return !form.isSeasonal() && !form.multiplicativeError();
    }

    private void optimise() {
        if (form.weights() == 1) {
            lineSearch();
            return;
        }
        double[] begin = new double[form.weights()];
        Arrays.fill(begin, 0.1);
        begin[0] = 0.2;
        if (form.isDamped()) {
            begin[begin.length - 1] = 0.9;
        }
        double[] best = new NelderMead(begin.length)
                .minimise(this::likelihoodAt, begin, EVALUATIONS * (begin.length - 1), 1e-5);
        likelihoodAt(best);
    }

    private void lineSearch() {
        double[] at = new double[1];
        double best = 0.01;
        double least = Double.POSITIVE_INFINITY;
        for (double u = 0.01; u < 1; u += 0.14) {
            at[0] = u;
            double value = likelihoodAt(at);
            if (value < least) {
                least = value;
                best = u;
            }
        }
        double u = GoldenSection.minimise(
                x -> {
                    at[0] = x;
                    return likelihoodAt(at);
                },
                Math.max(0, best - 0.14),
                Math.min(1, best + 0.14),
                14);
        at[0] = u;
        if (likelihoodAt(at) > least) {
            at[0] = best;
            likelihoodAt(at);
        }
    }

    private double likelihoodAt(double[] unit) {
        int i = 0;
        alpha = LEAST + clamp(unit[i++]) * (1 - 2 * LEAST);
        beta = form.hasTrend() ? LEAST + clamp(unit[i++]) * (alpha - LEAST) : 0;
        gamma = form.isSeasonal() ? LEAST + clamp(unit[i++]) * (1 - alpha - LEAST) : 0;
        phi = form.isDamped() ? 0.8 + 0.18 * clamp(unit[i]) : 1;
        if (isExact() && !form.hasTrend()) {
            runLevel();
        } else if (isExact()) {
            runExact();
        } else {
            run();
        }
        return likelihood();
    }

    private static double clamp(double u) {
        return Math.min(1, Math.max(0, u));
    }

    /** As below for a level alone: its derivative by the start is (1 - alpha) per known bucket. */
    private void runLevel() {
        double keep = 1 - alpha;
        double l = 0;
        double l1 = 1;
        double see = 0;
        double se1 = 0;
        double s11 = 0;
        int n = 0;
        for (double value : y) {
            if (!Double.isNaN(value)) {
                double e = value - l;
                see += e * e;
                se1 += e * l1;
                s11 += l1 * l1;
                n++;
                l += alpha * e;
                l1 *= keep;
            }
        }
        startLevel = s11 > 0 ? se1 / s11 : 0;
        startTrend = 0;
        level = l + startLevel * l1;
        trend = 0;
        squares = Math.max(0, see - startLevel * se1);
        logs = 0;
        known = n;
    }

    /** Runs from level and trend 0 and carries the derivatives by both along; the best start solves 2 x 2 equations. */
    private void runExact() {
        double l = 0;
        double b = 0;
        double l1 = 1;
        double b1 = 0;
        double l2 = 0;
        double b2 = 1;
        double see = 0;
        double se1 = 0;
        double se2 = 0;
        double s11 = 0;
        double s12 = 0;
        double s22 = 0;
        int n = 0;
        for (double value : y) {
            double q = l + phi * b;
            double q1 = l1 + phi * b1;
            double q2 = l2 + phi * b2;
            if (!Double.isNaN(value)) {
                double e = value - q;
                see += e * e;
                se1 += e * q1;
                se2 += e * q2;
                s11 += q1 * q1;
                s12 += q1 * q2;
                s22 += q2 * q2;
                n++;
                l = q + alpha * e;
                l1 = q1 - alpha * q1;
                l2 = q2 - alpha * q2;
                b = phi * b + beta * e;
                b1 = phi * b1 - beta * q1;
                b2 = phi * b2 - beta * q2;
            } else {
                l = q;
                l1 = q1;
                l2 = q2;
                b = phi * b;
                b1 = phi * b1;
                b2 = phi * b2;
            }
        }
        double determinant = s11 * s22 - s12 * s12;
        boolean both = determinant > 1e-9 * s11 * s22;
        double x1 = both ? (se1 * s22 - se2 * s12) / determinant : s11 > 0 ? se1 / s11 : 0;
        double x2 = both ? (se2 * s11 - se1 * s12) / determinant : 0;
        startLevel = x1;
        startTrend = x2;
        level = l + x1 * l1 + x2 * l2;
        trend = b + x1 * b1 + x2 * b2;
        squares = Math.max(0, see - x1 * se1 - x2 * se2);
        logs = 0;
        known = n;
    }

    private void run() {
        System.arraycopy(seasonStart, 0, season, 0, season.length);
        boolean timesSeason = form.season() == EtsForm.Season.MULTIPLICATIVE;
        boolean seasonal = form.isSeasonal();
        boolean relative = form.multiplicativeError();
        double slope = form.hasTrend() ? beta / alpha : 0;
        double l = startLevel;
        double b = startTrend;
        double sum = 0;
        double product = 1;
        double logSum = 0;
        int n = 0;
        int at = 0;
        for (double value : y) {
            double q = l + phi * b;
            double s = seasonal ? season[at] : 0;
            double expected = !seasonal ? q : timesSeason ? q * s : q + s;
            if (!Double.isNaN(value)) {
                double e = value - expected;
                if (relative) {
                    double base = Math.max(1e-8, Math.abs(expected));
                    e /= base;
                    product *= base;
                    if (product > 1e100 || product < 1e-100) {
                        logSum += Math.log(product);
                        product = 1;
                    }
                }
                sum += e * e;
                n++;
                double p = !seasonal ? value : timesSeason ? value / Math.max(1e-8, s) : value - s;
                double next = q + alpha * (p - q);
                b = phi * b + slope * (next - l - phi * b);
                l = next;
                if (seasonal) {
                    double t = timesSeason ? value / (Math.abs(q) < 1e-8 ? 1e-8 : q) : value - q;
                    season[at] = s + gamma * (t - s);
                }
            } else {
                l = q;
                b = phi * b;
            }
            at = at + 1 == m ? 0 : at + 1;
        }
        level = l;
        trend = b;
        squares = sum;
        logs = logSum + Math.log(product);
        known = n;
    }

    /** Minus twice the log likelihood, up to a constant. */
    private double likelihood() {
        double floor = 1e-12 * known;
        double value = known * Math.log(Math.max(squares, floor)) + 2 * logs;
        return Double.isFinite(value) ? value : 1e300;
    }

    /** Akaike's criterion for short series. */
    double aicc() {
        int k = form.parameters(m);
        double small = known - k - 1 > 0 ? 2.0 * k * (k + 1) / (known - k - 1) : 1e100;
        return likelihood() + 2.0 * k + small;
    }

    EtsStart start() {
        return new EtsStart(startLevel, startTrend, seasonStart);
    }

    EtsForm form() {
        return form;
    }

    double variance() {
        return squares / Math.max(1, known - form.parameters(m) + 1);
    }

    /** Everything that forecasting needs; the seasonal states in the order of the steps to come. */
    FittedState state(String model) {
        double[] next = new double[season.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = season[(y.length + i) % m];
        }
        return FittedState.of(model, "form", form.toArray())
                .with("weights", alpha, beta, gamma, phi)
                .with("level", level, trend)
                .with("season", next)
                .with("start", startLevel, startTrend)
                .with("start-season", seasonStart)
                .with("variance", variance());
    }
}
