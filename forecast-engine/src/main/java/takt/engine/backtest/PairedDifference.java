package takt.engine.backtest;

/**
 * How two models did on the same buckets of the same series: the difference of their weighted quantile losses with
 * its 95 % interval over series, see {@link RatioEstimate}.
 */
public final class PairedDifference {

    private static final double TWO_SIDED_95 = 1.959964;

    private RatioEstimate difference = RatioEstimate.NOTHING;
    private double champion;
    private double challenger;
    private int better;
    private int worse;

    /** Takes one series; {@code ofChampion} and {@code ofChallenger} are scores of the same buckets. */
    public void add(Score ofChampion, Score ofChallenger) {
        double d = ofChallenger.loss() - ofChampion.loss();
        difference = difference.plus(d, ofChallenger.actual());
        champion += ofChampion.loss();
        challenger += ofChallenger.loss();
        better += d < 0 ? 1 : 0;
        worse += d > 0 ? 1 : 0;
    }

    /** Weighted quantile loss of the champion; NaN when nothing was demanded. */
    public double championWql() {
        return champion / difference.demand();
    }

    /** Weighted quantile loss of the challenger; NaN when nothing was demanded. */
    public double challengerWql() {
        return challenger / difference.demand();
    }

    /** Below 0 the challenger is better. */
    public double difference() {
        return difference.ratio();
    }

    /** Lower end of the 95 % interval. */
    public double lower() {
        return difference() - TWO_SIDED_95 * difference.standardError();
    }

    /** Upper end of the 95 % interval. */
    public double upper() {
        return difference() + TWO_SIDED_95 * difference.standardError();
    }

    public int series() {
        return difference.series();
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
