package takt.engine.model;

import java.util.Optional;

/**
 * The same bucket of the last season, with the spread of past seasonal differences. The baseline of every race.
 * Unknown buckets read as the mean of the known ones.
 */
public final class SeasonalNaive implements Forecaster {

    @Override
    public String name() {
        return "seasonal-naive";
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

    private static double[] last(double[] y, int season) {
        double mean = WeightedMoments.of(y, 1).mean();
        double[] last = new double[season];
        for (int i = 0; i < season; i++) {
            int t = y.length - season + i;
            last[i] = t >= 0 && !Double.isNaN(y[t]) ? y[t] : mean;
        }
        return last;
    }

    @Override
    public Prediction predict(FittedState state, double[] inputs) {
        double[] last = state.array("last");
        double mean = last[((int) inputs[0] - 1) % last.length];
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
