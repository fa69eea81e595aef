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
        private final ScheduleExperience.Builder schedule;

        /** @param speaking how many series will {@linkplain #speaksOfSchedules speak of schedules} */
        public Builder(int speaking) {
            schedule = new ScheduleExperience.Builder(speaking);
        }

        public void add(SeriesContext context) {
            fast.add(context);
            slow.add(context);
            schedule.add(context);
        }

        public PoolStatistics build() {
            return new PoolStatistics(fast.dispersion(), slow.dispersion(), schedule.build());
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

    /** Own dispersion, drawn towards the pool's of the same weighting: half way after three years of months. */
    public double shrunk(WeightedMoments moments) {
        double pooled = moments.decay() == NegativeBinomialEw.SLOW_DECAY ? slowDispersion : fastDispersion;
        double mean = moments.mean();
        double own = mean <= 0 ? pooled : Math.max(0, moments.variance() - mean) / (mean * mean);
        double weight = moments.known() / (moments.known() + HALF_WAY);
        return weight * own + (1 - weight) * pooled;
    }
}
