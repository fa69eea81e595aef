package takt.engine.backtest;

/**
 * A ratio of two sums over series and how sure it is. With l a series' loss, w its demand and r = l - ratio x w, the
 * variance of the ratio is n / (n - 1) x sum(r²) / sum(w)² (Cochran 1977, Sampling Techniques, section 6.4). It takes
 * series as independent, which parts of one OEM are not quite. Estimates add up.
 *
 * @param series how many series it rests on
 */
public record RatioEstimate(
        double losses, double demand, double lossSquared, double lossTimesDemand, double demandSquared, int series) {

    public static final RatioEstimate NOTHING = new RatioEstimate(0, 0, 0, 0, 0, 0);

    public RatioEstimate plus(double loss, double weight) {
        return new RatioEstimate(
                losses + loss,
                demand + weight,
                lossSquared + loss * loss,
                lossTimesDemand + loss * weight,
                demandSquared + weight * weight,
                series + 1);
    }

    /** Takes a series' weighted quantile loss and its demand. */
    public RatioEstimate plus(Score score) {
        return plus(score.loss(), score.actual());
    }

    public RatioEstimate plus(RatioEstimate o) {
        return new RatioEstimate(
                losses + o.losses,
                demand + o.demand,
                lossSquared + o.lossSquared,
                lossTimesDemand + o.lossTimesDemand,
                demandSquared + o.demandSquared,
                series + o.series);
    }

    /** NaN when nothing was demanded. */
    public double ratio() {
        return losses / demand;
    }

    /** 0 with fewer than two series. */
    public double standardError() {
        double ratio = ratio();
        double residuals = lossSquared - 2 * ratio * lossTimesDemand + ratio * ratio * demandSquared;
        return series < 2 ? 0 : Math.sqrt(Math.max(0, residuals) * series / (series - 1)) / demand;
    }
}
