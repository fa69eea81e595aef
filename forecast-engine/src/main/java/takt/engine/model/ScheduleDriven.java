package takt.engine.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Published schedule x usage x learnt rate. The rate says how many parts are called off per part the built
 * vehicles needed; the lead says how many buckets before the build they are called off. Past schedules, as
 * issued, tell how optimistic a schedule is and how far off, per zone of the horizon. A part with little or no history
 * takes from all driven parts what its own cannot tell.
 */
public final class ScheduleDriven implements Forecaster {

    /** Weights of the call-off leads where nothing is known of them. */
    static final double[] OPEN = {1, 1, 1};

    static final int LEADS = 3;

    private static final double MONTHLY_DECAY = 0.92;
    private static final int PAST_ISSUES = 24;
    private static final int ENOUGH_RATIOS = 24;
    private static final double OUTLIER = 0.3;

    @Override
    public String name() {
        return "schedule-driven";
    }

    @Override
    public boolean accepts(SeriesContext context) {
        return context.programme().isPresent();
    }

    @Override
    public List<LevelCause> explain(FittedState state, SeriesContext context) {
        return ScheduledLevel.causes(state, context, false);
    }

    @Override
    public FittedState learn(SeriesContext context, PoolStatistics pool) {
        ScheduleExperience experience = pool.schedule();
        int lead = lead(context, experience.leads());
        double[] y = context.history().values();
        double[] need = need(context);
        int season = context.history().season();
        double own = rate(y, need, y.length, lead, season);
        double rate = Double.isNaN(own) ? experience.rate() : own;
        FittedState state = FittedState.of(name(), "lead", lead).with("rate", rate);
        List<List<Double>> ratios = pastRatios(context, lead, rate);
        for (int zone = 0; zone < HorizonZone.COUNT; zone++) {
            double unknown = Double.isNaN(own) ? experience.rateDeviation() : 0;
            state = state.with(
                    "ratios-" + zone,
                    ratios(ratios.get(zone), experience.zones().get(zone), unknown));
        }
        return ServiceDemand.in(
                state,
                ServiceDemand.after(y, need, lead, season, decay(season)),
                experience.serviceShare(),
                steady(rate, need));
    }

    /** The rate follows what came since; lead, ratios and service demand were estimated. */
    @Override
    public Optional<FittedState> at(FittedState learnt, SeriesContext now) {
        if (now.programme().isEmpty()) {
            return Optional.empty();
        }
        double[] y = now.history().values();
        double own = rate(
                y,
                need(now),
                y.length,
                (int) learnt.value("lead"),
                now.history().season());
        return Optional.of(Double.isNaN(own) ? learnt : learnt.with("rate", own));
    }

    /** Vehicles' need of each bucket of the history. */
    static double[] need(SeriesContext context) {
        return IntStream.range(0, context.history().values().length)
                .mapToDouble(context::built)
                .toArray();
    }

    /** What buckets with a need were worth. */
    static double steady(double rate, double[] need) {
        return rate * Arrays.stream(need).filter(n -> n > 0).average().orElse(0);
    }

    static double decay(int season) {
        return Math.pow(MONTHLY_DECAY, 12.0 / season);
    }

    /**
     * Mean and quantiles of demand over (rate x planned): half of what the part says of a schedule's optimism, half of
     * what all parts say; its own deviation, the less of it the fewer ratios; the shape of all parts. A part whose rate
     * is unknown is as uncertain as rates differ.
     */
    private static double[] ratios(List<Double> own, ScheduleExperience.Zone pooled, double unknown) {
        double[] moments = HorizonZone.moments(own);
        double weight = moments[2] / (moments[2] + ENOUGH_RATIOS);
        double mean = own.isEmpty() ? pooled.mean() : 0.5 * (moments[0] + pooled.mean());
        double deviation = own.isEmpty()
                ? Math.hypot(pooled.deviation(), unknown)
                : weight * moments[1] + (1 - weight) * pooled.deviation();
        double[] ratios = new double[pooled.shape().length + 1];
        ratios[0] = mean;
        for (int i = 1; i < ratios.length; i++) {
            ratios[i] = Math.max(0, mean + deviation * pooled.shape()[i - 1]);
        }
        return ratios;
    }

    @Override
    public List<String> inputNames() {
        return List.of("planned-0", "planned-1", "planned-2", "season", "step");
    }

    @Override
    public double[] inputs(SeriesContext context, int step) {
        int season = context.history().season();
        return new double[] {context.planned(step), context.planned(step + 1), context.planned(step + 2), season, step};
    }

    /**
     * Mean is rate x planned x mean ratio of the zone; quantiles are the zone's ratio quantiles on the same base. Where
     * nothing is planned any more, the service demand stays.
     */
    @Override
    public Prediction predict(FittedState state, double[] inputs) {
        double[] ratios = ratios(state, inputs);
        double base = base(state, inputs);
        double[] quantiles =
                Arrays.stream(ratios, 1, ratios.length).map(r -> r * base).toArray();
        return ServiceDemand.atLeast(state, new Interpolated(base * ratios[0], Levels.shape(), quantiles));
    }

    /** What became of rate x planned in the step's zone: mean, then quantiles. */
    static double[] ratios(FittedState state, double[] inputs) {
        return state.array("ratios-" + HorizonZone.of((int) inputs[4], (int) inputs[3]));
    }

    /** Rate x planned. */
    static double base(FittedState state, double[] inputs) {
        return state.value("rate") * inputs[(int) state.value("lead")];
    }

    /**
     * The lead under which demand follows the built volumes most closely: n log of the variance of log(demand / need),
     * less what all parts say of the lead. A part that cannot tell gets the most common one.
     */
    static int lead(SeriesContext context, double[] common) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int lead = 0; lead < LEADS; lead++) {
            double score = misfit(context, lead) - 2 * Math.log(common[lead]);
            if (score < least) {
                least = score;
                best = lead;
            }
        }
        return best;
    }

    private static double misfit(SeriesContext context, int lead) {
        double[] y = context.history().values();
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (int t = Math.max(0, y.length - 104); t < y.length - LEADS + 1; t++) {
            double needed = context.built(t + lead);
            if (y[t] > 0 && needed > 0) {
                double log = Math.log(y[t] / needed);
                sum += log;
                squares += log * log;
                n++;
            }
        }
        return n < 4 ? 0 : n * Math.log(Math.max(1e-6, squares / n - sum * sum / n / n));
    }

    /**
     * Demand over need of the first {@code length} buckets, the newest weighing most and outliers little; NaN without
     * any need.
     */
    static double rate(double[] y, double[] need, int length, int lead, int season) {
        double decay = decay(season);
        double rate = Double.NaN;
        for (int round = 0; round < 3; round++) {
            double demand = 0;
            double needed = 0;
            for (int t = 0; t < length - lead; t++) {
                if (!Double.isNaN(y[t]) && need[t + lead] > 0) {
                    double miss = round == 0 ? 0 : Math.abs(y[t] / (rate * need[t + lead]) - 1);
                    double weight = miss <= OUTLIER ? 1 : OUTLIER / miss;
                    demand = demand * decay + weight * y[t];
                    needed = needed * decay + weight * need[t + lead];
                }
            }
            rate = needed > 0 ? demand / needed : Double.NaN;
            if (!(rate > 0)) {
                return rate;
            }
        }
        return rate;
    }

    /** Demand over (rate x planned) for past issues one month apart, by zone of the horizon. */
    static List<List<Double>> pastRatios(SeriesContext context, int lead, double rate) {
        double[] y = context.history().values();
        int season = context.history().season();
        List<List<Double>> zones = new ArrayList<>();
        for (int zone = 0; zone < HorizonZone.COUNT; zone++) {
            zones.add(new ArrayList<>());
        }
        int stride = Math.max(1, season / 12);
        for (int issue = 1; issue <= PAST_ISSUES && y.length - issue * stride > 0; issue++) {
            int back = y.length - 1 - issue * stride;
            LocalDate origin =
                    context.history().calendar().plus(context.history().first(), back);
            for (int step = 1; step <= season && back + step < y.length; step++) {
                double base = rate * context.plannedAsOf(origin, step + lead);
                if (base > 0 && !Double.isNaN(y[back + step])) {
                    zones.get(HorizonZone.of(step, season)).add(y[back + step] / base);
                }
            }
        }
        return zones;
    }
}
