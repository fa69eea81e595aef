package takt.engine.training;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import takt.engine.backtest.Calibration;
import takt.engine.backtest.Coverage;
import takt.engine.backtest.Dependence;
import takt.engine.backtest.Fold;
import takt.engine.backtest.RatioEstimate;
import takt.engine.backtest.Score;
import takt.engine.model.FittedState;
import takt.engine.model.Prediction;
import takt.engine.model.SeriesContext;
import takt.engine.model.Stretched;
import takt.engine.model.Used;
import takt.engine.selection.Champions;
import takt.engine.selection.Segment;

/**
 * What a segment's champion should have known of its own spread.
 *
 * @param stretch factor of the spread by zone of the horizon
 * @param common correlation of any two steps
 * @param coverage share of the held-out demand at or below each of the nine quantiles, stretched; empty if unknown
 */
public record SpreadCalibration(double[] stretch, double common, double[] coverage) {

    /** Array of a state that says how far the steps move together. */
    public static final String COMMON = "common";

    /** Array of a state with the share of held-out demand at or below each quantile. */
    public static final String COVERAGE = "coverage";

    /** Array of a state with the factor of the spread by zone of the horizon. */
    public static final String STRETCH = "stretch";

    /** Where nothing was held out. */
    public static final SpreadCalibration UNTAUGHT =
            new SpreadCalibration(new Calibration().factors(), new Dependence().correlation(), new double[0]);

    public FittedState in(FittedState state) {
        return state.with(STRETCH, stretch).with(COMMON, common).with(COVERAGE, coverage);
    }

    /** Champions' forecasts of a fold, one path per series. */
    private static List<Prediction[]> paths(Fold fold, Field field, Champions champions) {
        List<Field.Chosen> chosen = field.chosen(fold, champions);
        return IntStream.range(0, chosen.size())
                .parallel()
                .mapToObj(i -> {
                    SeriesContext context = fold.contexts().get(i);
                    var forecaster = chosen.get(i).forecaster();
                    FittedState state = forecaster.learn(context, fold.pool());
                    return Used.only(forecaster.forecast(state, context, fold.horizon()), context, state);
                })
                .toList();
    }

    /** Holds forecasts of the newest origin against what came, by segment. All folds are heard once. */
    public static final class Spreads {

        private final Field field;
        private final Champions champions;
        private final Map<Segment, Calibration> bySegment = new TreeMap<>();

        public Spreads(Field field, Champions champions) {
            this.field = field;
            this.champions = champions;
        }

        public void hear(Fold fold) {
            List<Prediction[]> paths = paths(fold, field, champions);
            for (int i = 0; i < paths.size(); i++) {
                SeriesContext context = fold.contexts().get(i);
                bySegment
                        .computeIfAbsent(Segment.of(context), s -> new Calibration())
                        .learn(paths.get(i), fold.actuals(i), context.history().season());
            }
        }

        /** Ends the pass over the spreads. */
        public Sums sums(long seed) {
            return new Sums(this, seed);
        }
    }

    /** Holds sums over a quarter of a season against what came, their steps stretched. All folds are heard again. */
    public static final class Sums {

        private final Spreads spreads;
        private final long seed;
        private final Map<Segment, double[]> stretch = new TreeMap<>();
        private final Map<Segment, Dependence> bySegment = new TreeMap<>();
        private final Map<Segment, Coverage> coverages = new TreeMap<>();
        private RatioEstimate firstStep = RatioEstimate.NOTHING;

        private Sums(Spreads spreads, long seed) {
            this.spreads = spreads;
            this.seed = seed;
            spreads.bySegment.forEach((segment, learnt) -> stretch.put(segment, learnt.factors()));
        }

        public void hear(Fold fold) {
            List<Prediction[]> paths = paths(fold, spreads.field, spreads.champions);
            List<Heard> each = IntStream.range(0, paths.size())
                    .parallel()
                    .mapToObj(i -> hear(fold, i, paths.get(i)))
                    .toList();
            for (int i = 0; i < each.size(); i++) {
                bySegment
                        .computeIfAbsent(Segment.of(fold.contexts().get(i)), s -> new Dependence())
                        .add(each.get(i).dependence());
                coverages
                        .computeIfAbsent(Segment.of(fold.contexts().get(i)), s -> new Coverage())
                        .add(each.get(i).coverage());
                if (each.get(i).firstStep().buckets() > 0) {
                    firstStep = firstStep.plus(each.get(i).firstStep());
                }
            }
        }

        private record Heard(Dependence dependence, Score firstStep, Coverage coverage) {}

        private Heard hear(Fold fold, int i, Prediction[] bare) {
            SeriesContext context = fold.contexts().get(i);
            int season = context.history().season();
            double[] factors = Objects.requireNonNull(stretch.get(Segment.of(context)));
            Prediction[] path = Stretched.path(bare, factors, season);
            double[] actuals = fold.actuals(i);
            Dependence one = new Dependence();
            one.learn(path, actuals, Math.max(2, season / 4), seed);
            Coverage coverage = new Coverage();
            coverage.learn(path, actuals);
            return new Heard(one, Double.isNaN(actuals[0]) ? Score.NOTHING : Score.of(path[0], actuals[0]), coverage);
        }

        /** Weighted quantile loss of the first step, and how sure it is. */
        public RatioEstimate firstStep() {
            return firstStep;
        }

        public Map<Segment, SpreadCalibration> calibrations() {
            Map<Segment, SpreadCalibration> all = new TreeMap<>();
            bySegment.forEach((segment, learnt) -> all.put(
                    segment,
                    new SpreadCalibration(
                            Objects.requireNonNull(stretch.get(segment)),
                            learnt.correlation(),
                            Objects.requireNonNull(coverages.get(segment)).shares())));
            return all;
        }
    }
}
