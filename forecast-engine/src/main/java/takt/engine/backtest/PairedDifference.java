package takt.engine.backtest;

/**
 * How two models did on the same buckets of the same series. The difference of their weighted quantile losses is a
 * ratio of sums over series, and its standard error is that of a ratio estimator: with d the difference of a series'
 * losses, w its demand and r = d - difference x w, the variance is n / (n - 1) x sum(r²) / sum(w)² (Cochran 1977,
 * Sampling Techniques, section 6.4). It takes series as independent, which parts of one OEM are not quite.
 */
public final class PairedDifference {

    private static final double TWO_SIDED_95 = 1.959964;

    private double champion;
    private double challenger;
    private double actual;
    private double differenceSquared;
    private double differenceTimesActual;
    private double actualSquared;
    private int series;
    private int better;
    private int worse;

    /** Takes one series; {@code ofChampion} and {@code ofChallenger} are scores of the same buckets. */
    public void add(Score ofChampion, Score ofChallenger) {
        double one = loss(ofChampion);
        double other = loss(ofChallenger);
        double d = other - one;
        double w = ofChallenger.actual();
        champion += one;
        challenger += other;
        actual += w;
        differenceSquared += d * d;
        differenceTimesActual += d * w;
        actualSquared += w * w;
        series++;
        better += d < 0 ? 1 : 0;
        worse += d > 0 ? 1 : 0;
    }

    /** A series' share in the weighted quantile loss. */
    private static double loss(Score score) {
        return 2 * score.pinball() / takt.engine.model.Levels.count();
    }

    /** Weighted quantile loss of the champion; NaN when nothing was demanded. */
    public double championWql() {
        return champion / actual;
    }

    /** Weighted quantile loss of the challenger; NaN when nothing was demanded. */
    public double challengerWql() {
        return challenger / actual;
    }

    /** Below 0 the challenger is better. */
    public double difference() {
        return challengerWql() - championWql();
    }

    /** Standard error of the difference; 0 with fewer than two series. */
    public double standardError() {
        double d = difference();
        double residuals = differenceSquared - 2 * d * differenceTimesActual + d * d * actualSquared;
        return series < 2 ? 0 : Math.sqrt(Math.max(0, residuals) * series / (series - 1)) / actual;
    }

    /** Lower end of the 95 % interval. */
    public double lower() {
        return difference() - TWO_SIDED_95 * standardError();
    }

    /** Upper end of the 95 % interval. */
    public double upper() {
        return difference() + TWO_SIDED_95 * standardError();
    }

    public int series() {
        return series;
    }

    /** Series on which the challenger lost less. */
    public int better() {
        return better;
    }

    /** Series on which the challenger lost more. */
    public int worse() {
        return worse;
    }
}
