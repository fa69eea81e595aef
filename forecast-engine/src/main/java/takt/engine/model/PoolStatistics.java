package takt.engine.model;

import java.util.Collection;

/** What all series of a calendar say together, so that one short history need not stand alone. */
public final class PoolStatistics {

    private static final double HALF_WAY = 36;

    private final double fastDispersion;
    private final double slowDispersion;
    private final ScheduleExperience schedule;

    private PoolStatistics(double fastDispersion, double slowDispersion, ScheduleExperience schedule) {
        this.fastDispersion = fastDispersion;
        this.slowDispersion = slowDispersion;
        this.schedule = schedule;
    }

    public static PoolStatistics of(Collection<SeriesContext> contexts) {
        return new PoolStatistics(
                pooled(contexts, NegativeBinomialEw.FAST_DECAY),
                pooled(contexts, NegativeBinomialEw.SLOW_DECAY),
                ScheduleExperience.of(contexts));
    }

    ScheduleExperience schedule() {
        return schedule;
    }

    /** Pooled (variance - mean) / mean² of the demand, at least 0. */
    private static double pooled(Collection<SeriesContext> contexts, double decay) {
        double excess = 0;
        double squares = 0;
        for (SeriesContext context : contexts) {
            WeightedMoments moments = WeightedMoments.of(context.history().values(), decay);
            excess += Math.max(0, moments.variance() - moments.mean());
            squares += moments.mean() * moments.mean();
        }
        return squares == 0 ? 1 : excess / squares;
    }

    /** Own dispersion, drawn towards the pool's of the same weighting: half way after three years of months. */
    public double shrunk(WeightedMoments moments) {
        double pooled = moments.decay() == NegativeBinomialEw.SLOW_DECAY ? slowDispersion : fastDispersion;
        double mean = moments.mean();
        double own = mean <= 0 ? pooled : Math.max(0, moments.variance() - mean) / (mean * mean);
        double weight = moments.known() / (moments.known() + HALF_WAY);
        return weight * own + (1 - weight) * pooled;
    }
}
