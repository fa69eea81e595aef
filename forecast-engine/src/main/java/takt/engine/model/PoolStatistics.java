package takt.engine.model;

import java.util.Collection;

/** What all series of a calendar say together, so that one short history need not stand alone. */
public final class PoolStatistics {

    private static final double HALF_WAY = 36;
    private static final double SHORT = 12;

    private final double fastDispersion;
    private final double slowDispersion;
    private final double wholeDispersion;
    private final ScheduleExperience schedule;

    private PoolStatistics(
            double fastDispersion, double slowDispersion, double wholeDispersion, ScheduleExperience schedule) {
        this.fastDispersion = fastDispersion;
        this.slowDispersion = slowDispersion;
        this.wholeDispersion = wholeDispersion;
        this.schedule = schedule;
    }

    public static PoolStatistics of(Collection<SeriesContext> contexts) {
        Builder builder = new Builder(
                (int) contexts.stream().filter(ScheduleExperience::speaks).count());
        contexts.forEach(builder::add);
        return builder.build();
    }

    ScheduleExperience schedule() {
        return schedule;
    }

    /** Whether a series says something of how schedules come true. */
    public static boolean speaksOfSchedules(SeriesContext context) {
        return ScheduleExperience.speaks(context);
    }

    /** Listens to one series after the other. */
    public static final class Builder {

        private final Pooled fast = new Pooled(NegativeBinomialEw.FAST_DECAY);
        private final Pooled slow = new Pooled(NegativeBinomialEw.SLOW_DECAY);
        private final Pooled whole = new Pooled(NegativeBinomialEw.NO_DECAY);
        private final ScheduleExperience.Builder schedule;

        /** @param speaking how many series will {@linkplain #speaksOfSchedules speak of schedules} */
        public Builder(int speaking) {
            schedule = new ScheduleExperience.Builder(speaking);
        }

        public void add(SeriesContext context) {
            fast.add(context);
            slow.add(context);
            whole.add(context);
            schedule.add(context);
        }

        public PoolStatistics build() {
            return new PoolStatistics(fast.dispersion(), slow.dispersion(), whole.dispersion(), schedule.build());
        }
    }

    /** Pooled (variance - mean) / mean² of the demand, at least 0. */
    private static final class Pooled {

        private final double decay;
        private double excess;
        private double squares;

        Pooled(double decay) {
            this.decay = decay;
        }

        void add(SeriesContext context) {
            WeightedMoments moments = WeightedMoments.of(context.history().values(), decay);
            excess += Math.max(0, moments.variance() - moments.mean());
            squares += moments.mean() * moments.mean();
        }

        double dispersion() {
            return squares == 0 ? 1 : excess / squares;
        }
    }

    /**
     * Own dispersion, drawn towards the pool's of the same weighting: half way after three years of months. A history of
     * less than a year does not know its own mean well either: that uncertainty comes on top.
     */
    public double shrunk(WeightedMoments moments) {
        double pooled = moments.decay() == NegativeBinomialEw.NO_DECAY
                ? wholeDispersion
                : moments.decay() == NegativeBinomialEw.SLOW_DECAY ? slowDispersion : fastDispersion;
        double mean = moments.mean();
        double own = mean <= 0 ? pooled : Math.max(0, moments.variance() - mean) / (mean * mean);
        double weight = moments.known() / (moments.known() + HALF_WAY);
        double dispersion = weight * own + (1 - weight) * pooled;
        double young = Math.max(0, 1 - moments.known() / SHORT);
        return mean <= 0 || moments.known() == 0
                ? dispersion
                : dispersion + young * (dispersion + 1 / mean) / moments.known();
    }
}
