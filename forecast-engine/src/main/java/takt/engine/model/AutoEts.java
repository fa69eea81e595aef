package takt.engine.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Exponential smoothing in the form that fits best by Akaike's criterion for short series, or in one given form
 * (Hyndman, Koehler, Ord, Snyder 2008). The spread of step h grows as the form's own formula says (their table 6.1;
 * for multiplicative errors the same growth, relative to the mean).
 */
@SuppressWarnings("EnumOrdinal") // starts by form, in arrays
public final class AutoEts implements Forecaster {

    /** Array of a state with the first day of the history that it begins with, as days since 1970. */
    static final String FIRST = "first";

    /** A weight that no fit has: nothing could be fitted. */
    private static final double STILL = 1;

    private static final double OFTEN = 0.3;
    private static final int LEAST_KNOWN = 4;

    private final String name;
    private final boolean dampedOnly;
    private final boolean levelOnly;

    private AutoEts(String name, boolean levelOnly, boolean dampedOnly) {
        this.name = name;
        this.levelOnly = levelOnly;
        this.dampedOnly = dampedOnly;
    }

    /** Every admissible form. */
    public static AutoEts auto() {
        return new AutoEts("auto-ets", false, false);
    }

    /** Simple exponential smoothing: a level and nothing else. */
    public static AutoEts simple() {
        return new AutoEts("ses", true, false);
    }

    /** A level and a trend that fades. */
    public static AutoEts damped() {
        return new AutoEts("damped-trend", false, true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<LevelCause> explain(FittedState state, SeriesContext context) {
        return List.of(new LevelCause.SmoothedLevel(
                state.value("level"),
                state.value("weights"),
                state.array("form")[1] > 0 ? state.array("level")[1] : 0,
                state.array("form")[2] > 0));
    }

    @Override
    public FittedState learn(SeriesContext context, PoolStatistics pool) {
        return learn(context.history().values(), context.history().season())
                .with(FIRST, KnownValues.first(context.history()));
    }

    @Override
    public Optional<FittedState> at(FittedState learnt, SeriesContext now) {
        return KnownValues.since(learnt, now.history())
                .map(y -> filtered(learnt, y, now.history().season()));
    }

    /** Runs what was learnt over a history; levels that stood still are the mean of what is known. */
    static FittedState filtered(FittedState learnt, double[] y, int season) {
        if (learnt.value("weights") == STILL) {
            return learnt.with("level", KnownValues.mean(y), 0).with("variance", KnownValues.variance(y));
        }
        double[] start = learnt.array("start");
        FittedState run = EtsFit.filtered(
                        y,
                        season,
                        EtsForm.of(learnt.array("form")),
                        new EtsStart(start[0], start[1], learnt.array("start-season")),
                        learnt.array("weights"))
                .state(learnt.model());
        return learnt.with("level", run.array("level")).with("season", run.array("season"));
    }

    /** Fits a plain array; NaN is unknown. */
    public FittedState learn(double[] values, int season) {
        double[] y = KnownValues.trimmed(values);
        int known = KnownValues.count(y);
        if (known < LEAST_KNOWN || KnownValues.isConstant(y)) {
            return FittedState.of(name, "form", new EtsForm(false, EtsForm.Trend.NONE, EtsForm.Season.NONE).toArray())
                    .with("weights", STILL, 0, 0, 1)
                    .with("start", KnownValues.mean(y), 0)
                    .with("start-season")
                    .with("level", KnownValues.mean(y), 0)
                    .with("season")
                    .with("variance", KnownValues.variance(y));
        }
        return best(y, season, known).state(name);
    }

    private EtsFit best(double[] y, int season, int known) {
        if (levelOnly || dampedOnly) {
            boolean pauses = Arrays.stream(y).filter(v -> v == 0).count() > OFTEN * known;
            EtsForm.Trend trend = dampedOnly && known > 7 && !pauses ? EtsForm.Trend.DAMPED : EtsForm.Trend.NONE;
            return EtsFit.of(
                    y, season, new EtsForm(false, trend, EtsForm.Season.NONE), new EtsStart(0, 0, new double[0]));
        }
        boolean positive = Arrays.stream(y).allMatch(v -> v > 0 || Double.isNaN(v));
        EtsFit best = null;
        EtsStart[] seasonal = new EtsStart[EtsForm.Season.values().length];
        EtsStart[] exact = new EtsStart[EtsForm.Trend.values().length];
        boolean pauses = Arrays.stream(y).filter(v -> v == 0).count() > OFTEN * known;
        for (EtsForm form : EtsForm.admissible(known, season, positive)) {
            if (pauses && form.hasTrend()) {
                continue; // a trend that fades to nothing promises that nothing will be asked for
            }
            EtsFit fit = EtsFit.of(y, season, form, start(y, season, form, seasonal, exact));
            if (!form.isSeasonal() && !form.multiplicativeError()) {
                exact[form.trend().ordinal()] = fit.start();
            }
            if (best == null || fit.aicc() < best.aicc()) {
                best = fit;
            }
        }
        return best == null
                ? EtsFit.of(
                        y,
                        season,
                        new EtsForm(false, EtsForm.Trend.NONE, EtsForm.Season.NONE),
                        new EtsStart(0, 0, new double[0]))
                : best;
    }

    /** A form without a season begins where its twin with an additive error did best. */
    private static EtsStart start(double[] y, int season, EtsForm form, EtsStart[] seasonal, EtsStart[] exact) {
        if (!form.isSeasonal()) {
            EtsStart twin = exact[form.trend().ordinal()];
            return twin == null ? new EtsStart(0, 0, new double[0]) : twin;
        }
        int kind = form.season().ordinal();
        if (seasonal[kind] == null) {
            seasonal[kind] = EtsStart.of(y, season, form.season());
        }
        return form.hasTrend() ? seasonal[kind] : seasonal[kind].flat(Math.min(y.length, Math.max(10, 2 * season)));
    }

    @Override
    public Prediction predict(FittedState state, double[] inputs) {
        int h = (int) inputs[0];
        EtsForm form = EtsForm.of(state.array("form"));
        double[] weights = state.array("weights");
        double[] level = state.array("level");
        double[] season = state.array("season");
        double phi = weights[3];
        double damp = 0;
        double growth = 1;
        double power = 1;
        for (int j = 1; j <= h; j++) {
            if (j < h) {
                double fade = damp + power * phi;
                double c = weights[0] + (form.hasTrend() ? weights[1] * fade : 0);
                c += form.isSeasonal() && j % season.length == 0 ? weights[2] : 0;
                growth += c * c;
            }
            power *= phi;
            damp += power;
        }
        double mean = level[0] + (form.hasTrend() ? damp * level[1] : 0);
        if (form.isSeasonal()) {
            double s = season[(h - 1) % season.length];
            mean = form.season() == EtsForm.Season.MULTIPLICATIVE ? mean * s : mean + s;
        }
        double variance = state.value("variance") * growth;
        return Prediction.spread(mean, form.multiplicativeError() ? variance * mean * mean : variance);
    }
}
