package takt.engine.model;

import java.util.Arrays;
import java.util.Set;
import takt.engine.series.DemandSeries;

/**
 * What the history of a part that sells now and then says against models that were made for other parts: a trend or a
 * season of its few demands is mostly chance and may not promise that nothing comes, and a way that looks only at buckets
 * with demand does not see that they have ended.
 */
final class Sporadic {

    private static final Set<String> OF_THE_STEADY = Set.of("theta", "auto-ets", "damped-trend");
    private static final Set<String> BLIND_TO_ZEROS = Set.of("croston", "sba");
    private static final int RECENT = 36;
    private static final double RECURRING = 0.7;
    private static final int FEW = 6;
    /** Half of the buckets that had demand may be chance. */
    private static final double SURE = 0.5;
    /** Less likely than this it is no pause any more. */
    private static final double OVER = 0.001;

    private final String model;
    private final double[] sizes;
    private final double share;
    private final int still;
    private final boolean recurs;
    private final double recent;

    private Sporadic(String model, double[] sizes, double share, int still, boolean recurs, double recent) {
        this.model = model;
        this.sizes = sizes;
        this.share = share;
        this.still = still;
        this.recurs = recurs;
        this.recent = recent;
    }

    static Sporadic of(String model, DemandSeries series) {
        double[] history = series.values();
        double[] known = KnownValues.only(history);
        int still = 0;
        while (still < known.length && known[known.length - 1 - still] == 0) {
            still++;
        }
        double[] newest = Arrays.copyOfRange(known, Math.max(0, known.length - RECENT), known.length);
        double[] sizes = Arrays.stream(newest).filter(v -> v > 0).sorted().toArray();
        double[] before = Arrays.copyOf(known, known.length - still);
        long demanded = Arrays.stream(before).filter(v -> v > 0).count();
        double chance = Math.pow(1 - (demanded + 1.0) / (before.length + 2.0), still);
        return new Sporadic(
                model,
                sizes,
                newest.length < FEW ? 1 : (double) sizes.length / newest.length,
                chance < OVER ? still : 0,
                recurs(history, series.season()),
                WeightedMoments.of(history, NegativeBinomialEw.FAST_DECAY).mean());
    }

    /** Whether demand comes in the same buckets of each season, as orders twice a year do. */
    private static boolean recurs(double[] y, int season) {
        int demanded = 0;
        int again = 0;
        for (int t = season; t < y.length; t++) {
            if (y[t] > 0 && !Double.isNaN(y[t - season])) {
                demanded++;
                again += y[t - season] > 0 ? 1 : 0;
            }
        }
        return demanded > 0 && again >= RECURRING * demanded;
    }

    /** A step as the history allows it. */
    Prediction judge(Prediction step) {
        if (BLIND_TO_ZEROS.contains(model)) {
            return still > 0 && step.mean() > recent ? new Ended(step, Scaled.to(step, recent)) : step;
        }
        boolean isSporadic = share > 0 && share <= 0.5;
        return OF_THE_STEADY.contains(model) && isSporadic && still == 0 && !recurs ? new Floored(step) : step;
    }

    /** What the method said, and what the history leaves of it. */
    private record Ended(Prediction said, Prediction left) implements Prediction {

        @Override
        public double mean() {
            return left.mean();
        }

        @Override
        public double point() {
            return said.point();
        }

        @Override
        public double[] quantiles(double[] levels) {
            return left.quantiles(levels);
        }
    }

    /** No lower than if half of the buckets with demand had been chance. */
    private final class Floored implements Prediction {

        private final Prediction base;

        Floored(Prediction base) {
            this.base = base;
        }

        @Override
        public double mean() {
            return Math.max(
                    base.mean(), SURE * share * Arrays.stream(sizes).average().orElse(0));
        }

        @Override
        public double point() {
            return base.point();
        }

        @Override
        public double[] quantiles(double[] levels) {
            double[] quantiles = base.quantiles(levels);
            for (int i = 0; i < levels.length; i++) {
                double among = 1 - (1 - levels[i]) / (SURE * share);
                int place = (int) Math.ceil(among * sizes.length) - 1;
                quantiles[i] = place < 0 ? quantiles[i] : Math.max(quantiles[i], sizes[place]);
            }
            return quantiles;
        }
    }
}
