package takt.engine.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@link ScheduleDriven}, its level corrected step by step: a regression over all parts says what becomes of rate x
 * plan, from how the plan was revised, how schedules came true and how far the usage is. The spread is that of the
 * part's own past ratios around the corrected level.
 */
public final class ScheduleRegression implements Forecaster {

    private static final ScheduleDriven DRIVEN = new ScheduleDriven();

    private final RegressionMeans ratios;

    public ScheduleRegression(RegressionMeans ratios) {
        this.ratios = ratios;
    }

    @Override
    public String name() {
        return Regression.SCHEDULE_RATIO.forecaster();
    }

    @Override
    public Set<Regression> regressions() {
        return Set.of(Regression.SCHEDULE_RATIO);
    }

    @Override
    public boolean accepts(SeriesContext context) {
        return DRIVEN.accepts(context)
                && ratios.speaksFor(Regression.SCHEDULE_RATIO, context.history().key());
    }

    @Override
    public List<LevelCause> explain(FittedState state, SeriesContext context) {
        return ScheduledLevel.causes(state, context, true);
    }

    @Override
    public FittedState learn(SeriesContext context, PoolStatistics pool) {
        return new FittedState(name(), DRIVEN.learn(context, pool).arrays());
    }

    @Override
    public Optional<FittedState> at(FittedState learnt, SeriesContext now) {
        return DRIVEN.at(learnt, now);
    }

    @Override
    public List<String> inputNames() {
        return List.of("planned-0", "planned-1", "planned-2", "ratio", "season", "step");
    }

    @Override
    public double[] inputs(SeriesContext context, int step) {
        double[] driven = DRIVEN.inputs(context, step);
        double ratio =
                ratios.require(Regression.SCHEDULE_RATIO, context.history().key())[step - 1];
        return new double[] {driven[0], driven[1], driven[2], ratio, driven[3], driven[4]};
    }

    @Override
    public Prediction predict(FittedState state, double[] inputs) {
        double[] own = {inputs[0], inputs[1], inputs[2], inputs[4], inputs[5]};
        double[] past = ScheduleDriven.ratios(state, own);
        double base = ScheduleDriven.base(state, own);
        double level = base * inputs[3];
        double factor = past[0] > 0 ? level / past[0] : 0;
        return ServiceDemand.atLeast(
                state,
                new Interpolated(
                        level,
                        Levels.shape(),
                        Arrays.stream(past, 1, past.length).map(r -> r * factor).toArray()));
    }
}
