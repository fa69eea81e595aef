package takt.engine.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import takt.kernel.BucketCalendar;

/**
 * The same bucket of the last season, with the spread of past seasonal differences. The baseline of every race.
 * Unknown buckets read as the mean of the known ones.
 */
public final class SeasonalNaive implements Forecaster {

    private static final int MORE = 8;

    @Override
    public String name() {
        return "seasonal-naive";
    }

    @Override
    public List<LevelCause> explain(FittedState state, SeriesContext context) {
        return List.of(new LevelCause.SeasonBefore());
    }

    @Override
    public FittedState learn(SeriesContext context, PoolStatistics pool) {
        double[] y = context.history().values();
        int season = context.history().season();
        int lag = y.length > season ? season : 1;
        return FittedState.of(name(), "last", last(y, season)).with("variance", meanSquaredDifference(y, lag));
    }

    @Override
    public Optional<FittedState> at(FittedState learnt, SeriesContext now) {
        return Optional.of(
                learnt.with("last", last(now.history().values(), now.history().season())));
    }

    /** The newest buckets, a few more than a season: years of weeks are not of one length. */
    private static double[] last(double[] y, int season) {
        double mean = WeightedMoments.of(y, 1).mean();
        double[] last = new double[season + MORE];
        for (int i = 0; i < last.length; i++) {
            int t = y.length - last.length + i;
            last[i] = t >= 0 && !Double.isNaN(y[t]) ? y[t] : mean;
        }
        return last;
    }

    @Override
    public List<String> inputNames() {
        return List.of("back", "step");
    }

    /** How many buckets before the origin the bucket lies that the step repeats, and the step. */
    @Override
    public double[] inputs(SeriesContext context, int step) {
        int season = context.history().season();
        if (context.history().calendar() != BucketCalendar.ISO_WEEK || season != BucketCalendar.ISO_WEEK.season()) {
            return new double[] {(season - step % season) % season, step};
        }
        LocalDate week = context.origin().plusWeeks(step);
        while (week.isAfter(context.origin())) {
            week = YearEnd.sameWeekOfTheYearBefore(week);
        }
        return new double[] {ChronoUnit.WEEKS.between(week, context.origin()), step};
    }

    @Override
    public Prediction predict(FittedState state, double[] inputs) {
        double[] last = state.array("last");
        double mean = last[Math.max(0, last.length - 1 - (int) inputs[0])];
        return Prediction.spread(mean, state.value("variance"));
    }

    private static double meanSquaredDifference(double[] y, int lag) {
        double sum = 0;
        int n = 0;
        for (int t = lag; t < y.length; t++) {
            double difference = y[t] - y[t - lag];
            if (!Double.isNaN(difference)) {
                sum += difference * difference;
                n++;
            }
        }
        return n == 0 ? 0 : sum / n;
    }
}
