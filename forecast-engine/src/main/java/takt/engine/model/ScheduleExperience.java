package takt.engine.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What all parts with a schedule say together.
 *
 * @param leads share of parts per call-off lead, each above 0
 * @param rate a typical demand over need, for parts without any history
 * @param rateDeviation how far parts are from it, as a mean share of it
 * @param serviceShare share of the steady demand that goes on when no vehicle needs the part any more
 * @param zones what became of schedules, by zone of the horizon
 */
record ScheduleExperience(double[] leads, double rate, double rateDeviation, double serviceShare, List<Zone> zones) {

    /**
     * Demand over (rate x planned) in one zone.
     *
     * @param shape quantiles of (ratio - the part's mean) / the part's mean absolute deviation
     */
    record Zone(double mean, double deviation, double[] shape) {

        static Zone of(List<List<Double>> byPart) {
            List<Double> standard = new ArrayList<>();
            double mean = 0;
            double deviation = 0;
            double n = 0;
            for (List<Double> ratios : byPart) {
                double[] own = HorizonZone.moments(ratios);
                if (own[2] > 3 && own[1] > 0) {
                    ratios.forEach(r -> standard.add((r - own[0]) / own[1]));
                    mean += own[0];
                    deviation += own[1];
                    n++;
                }
            }
            return new Zone(n == 0 ? 1 : mean / n, n == 0 ? 0.1 : deviation / n, HorizonZone.shape(standard));
        }
    }

    private static final int FEW = 3;
    private static final int OLD = 2;
    private static final int SAMPLE = 400;

    /** Whether a series is driven by a schedule and long enough to speak of it. */
    static boolean speaks(SeriesContext context) {
        return context.programme().isPresent()
                && context.history().values().length >= OLD * context.history().season();
    }

    /** Listens to one series after the other. */
    static final class Builder {

        private final double[] leads = {0.5, 0.5, 0.5};
        private final List<Double> rates = new ArrayList<>();
        private final List<Double> serviceShares = new ArrayList<>();
        private final List<List<List<Double>>> zones = new ArrayList<>();
        private final int stride;
        private int heard;

        /** @param speaking how many series will {@linkplain #speaks speak}; a sample of them shapes the zones */
        Builder(int speaking) {
            stride = Math.max(1, speaking / SAMPLE);
            for (int zone = 0; zone < HorizonZone.COUNT; zone++) {
                zones.add(new ArrayList<>());
            }
        }

        void add(SeriesContext context) {
            if (!speaks(context)) {
                return;
            }
            int lead = ScheduleDriven.lead(context, ScheduleDriven.OPEN);
            double[] y = context.history().values();
            double[] need = ScheduleDriven.need(context);
            int season = context.history().season();
            double rate = ScheduleDriven.rate(y, need, y.length, lead, season);
            if (rate > 0) {
                WeightedMoments after = ServiceDemand.after(y, need, lead, season, ScheduleDriven.decay(season));
                if (ServiceDemand.isEnough(after)) {
                    serviceShares.add(after.mean() / ScheduleDriven.steady(rate, need));
                }
                leads[lead]++;
                rates.add(rate);
                if (heard % stride == 0) {
                    List<List<Double>> own = ScheduleDriven.pastRatios(context, lead, rate);
                    for (int zone = 0; zone < HorizonZone.COUNT; zone++) {
                        zones.get(zone).add(own.get(zone));
                    }
                }
            }
            heard++;
        }

        ScheduleExperience build() {
            double total = leads[0] + leads[1] + leads[2];
            double mean =
                    rates.stream().mapToDouble(Double::doubleValue).average().orElse(1);
            double deviation = rates.stream()
                    .mapToDouble(r -> Math.abs(r / mean - 1))
                    .average()
                    .orElse(1);
            return new ScheduleExperience(
                    new double[] {leads[0] / total, leads[1] / total, leads[2] / total},
                    mean,
                    deviation,
                    serviceShares.size() < FEW
                            ? 0
                            : serviceShares.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .average()
                                    .orElse(0),
                    zones.stream().map(Zone::of).toList());
        }
    }
}
