package takt.sharing.explosion;

/** The inverse distribution between and beyond the published levels, by straight lines. */
final class QuantileFunction {

    private QuantileFunction() {}

    /** @param quantiles values at {@code levels}, both ascending, at least two */
    static double at(double probability, double[] levels, double[] quantiles) {
        int last = levels.length - 1;
        int i = 0;
        while (i < last - 1 && probability > levels[i + 1]) {
            i++;
        }
        double slope = (quantiles[i + 1] - quantiles[i]) / (levels[i + 1] - levels[i]);
        return Math.max(0, quantiles[i] + slope * (probability - levels[i]));
    }
}
