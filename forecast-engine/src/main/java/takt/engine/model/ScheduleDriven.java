package takt.engine.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Published schedule x usage x learnt rate. The rate says how many parts are called off per part the built
 * vehicles needed; the lead says how many buckets before the build they are called off. Past schedules, as
 * issued, tell how optimistic a schedule is and how far off, per zone of the horizon.
 */
public final class ScheduleDriven implements Forecaster {

    private static final double DECAY = 0.95;
    private static final int LEADS = 3;
    private static final int PAST_ISSUES = 12;

    @Override
    public String name() {
        return "schedule-driven";
    }

    @Override
    public boolean accepts(SeriesContext context) {
        return context.programme().isPresent() && context.history().values().length >= 12 && bestLead(context) >= 0;
    }

    @Override
    public FittedState learn(SeriesContext context, PoolStatistics pool) {
        int lead = Math.max(0, bestLead(context));
        double rate = rate(context, lead);
        FittedState state = FittedState.of(name(), "lead", lead).with("rate", rate);
        List<List<Double>> ratios = pastRatios(context, lead, rate);
        for (int zone = 0; zone < HorizonZone.COUNT; zone++) {
            state = state.with("ratios-" + zone, HorizonZone.summary(ratios, zone));
        }
        return state;
    }

    @Override
    public List<String> inputNames() {
        return List.of("planned-0", "planned-1", "planned-2", "season", "step");
    }

    @Override
    public double[] inputs(SeriesContext context, int step) {
        int season = context.history().calendar().season();
        return new double[] {context.planned(step), context.planned(step + 1), context.planned(step + 2), season, step};
    }

    /** Mean is rate x planned x mean ratio of the zone; quantiles are the zone's ratio quantiles on the same base. */
    @Override
    public Prediction predict(FittedState state, double[] inputs) {
        int zone = HorizonZone.of((int) inputs[4], (int) inputs[3]);
        double[] ratios = state.array("ratios-" + zone);
        double base = state.value("rate") * inputs[(int) state.value("lead")];
        double[] quantiles =
                Arrays.stream(ratios, 1, ratios.length).map(r -> r * base).toArray();
        return new Prediction(base * ratios[0], quantiles);
    }

    /** Lead with the smallest squared error of rate x built, or -1 when built volumes are too few to tell. */
    private static int bestLead(SeriesContext context) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int lead = 0; lead < LEADS; lead++) {
            double rate = rate(context, lead);
            double error = Double.isNaN(rate) ? Double.NaN : squaredError(context, lead, rate);
            if (error < least * 0.999) {
                least = error;
                best = lead;
            }
        }
        return best;
    }

    private static double rate(SeriesContext context, int lead) {
        double[] y = context.history().values();
        double demand = 0;
        double needed = 0;
        int known = 0;
        for (int t = 0; t < y.length - lead; t++) {
            double built = context.built(t + lead);
            if (!Double.isNaN(y[t]) && !Double.isNaN(built)) {
                demand = demand * DECAY + y[t];
                needed = needed * DECAY + built;
                known++;
            }
        }
        return known < 6 || needed <= 0 ? Double.NaN : demand / needed;
    }

    private static double squaredError(SeriesContext context, int lead, double rate) {
        double[] y = context.history().values();
        double sum = 0;
        int n = 0;
        for (int t = Math.max(0, y.length - 104); t < y.length - LEADS; t++) {
            double error = y[t] - rate * context.built(t + lead);
            if (!Double.isNaN(error)) {
                sum += error * error;
                n++;
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    /** Demand over (rate x planned) for past issues one month apart, by zone of the horizon. */
    private static List<List<Double>> pastRatios(SeriesContext context, int lead, double rate) {
        double[] y = context.history().values();
        int season = context.history().calendar().season();
        List<List<Double>> zones = new ArrayList<>();
        for (int zone = 0; zone < HorizonZone.COUNT; zone++) {
            zones.add(new ArrayList<>());
        }
        int stride = Math.max(1, season / 12);
        for (int issue = 1; issue <= 2 * PAST_ISSUES && y.length - issue * stride > 0; issue++) {
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
