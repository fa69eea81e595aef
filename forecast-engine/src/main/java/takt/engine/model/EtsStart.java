package takt.engine.model;

/**
 * States before the first bucket (Hyndman et al. 2008, section 2.6.1): a season from a classical decomposition, level
 * and trend from a straight line through the first seasonally adjusted buckets.
 *
 * @param season one state per bucket of the season, for buckets 0, 1, ...; empty without a season
 */
record EtsStart(double level, double trend, double[] season) {

    static EtsStart of(double[] y, int m, EtsForm.Season kind) {
        boolean times = kind == EtsForm.Season.MULTIPLICATIVE;
        double[] season = kind == EtsForm.Season.NONE ? new double[0] : Decomposition.season(y, m, times);
        int n = Math.min(y.length, Math.max(10, 2 * m));
        double sw = 0;
        double st = 0;
        double sy = 0;
        double stt = 0;
        double sty = 0;
        for (int t = 0; t < n; t++) {
            double value = season.length == 0 ? y[t] : times ? y[t] / season[t % m] : y[t] - season[t % m];
            if (!Double.isNaN(value)) {
                sw++;
                st += t + 1;
                sy += value;
                stt += (t + 1.0) * (t + 1);
                sty += (t + 1) * value;
            }
        }
        double determinant = sw * stt - st * st;
        if (sw == 0 || determinant <= 0) {
            return new EtsStart(sw == 0 ? 0 : sy / sw, 0, season);
        }
        double slope = (sw * sty - st * sy) / determinant;
        return new EtsStart((sy - slope * st) / sw, slope, season);
    }

    /** The level alone, for forms without a trend: the mean of the same buckets. */
    EtsStart flat(int buckets) {
        return new EtsStart(level + trend * (buckets + 1) / 2.0, 0, season);
    }
}
