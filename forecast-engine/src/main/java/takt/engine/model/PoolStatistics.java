package takt.engine.model;

import java.util.Collection;

/**
 * What all series of a calendar say together, so that one short history need not stand alone.
 *
 * @param dispersion pooled (variance - mean) / mean² of the demand, at least 0
 */
public record PoolStatistics(double dispersion) {

    public static PoolStatistics of(Collection<SeriesContext> contexts) {
        double excess = 0;
        double squares = 0;
        for (SeriesContext context : contexts) {
            WeightedMoments moments = WeightedMoments.of(context.history().values(), NegativeBinomialEw.DECAY);
            excess += Math.max(0, moments.variance() - moments.mean());
            squares += moments.mean() * moments.mean();
        }
        return new PoolStatistics(squares == 0 ? 1 : excess / squares);
    }

    /** Own dispersion, drawn half way to the pool's. */
    public double shrunk(double mean, double variance) {
        double own = mean <= 0 ? dispersion : Math.max(0, variance - mean) / (mean * mean);
        return 0.5 * own + 0.5 * dispersion;
    }
}
