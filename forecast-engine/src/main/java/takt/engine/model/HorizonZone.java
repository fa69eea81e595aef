package takt.engine.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Zones of the horizon whose errors are alike: the first month, quarter, half year and the rest. */
public final class HorizonZone {

    public static final int COUNT = 4;
    private static final int ENOUGH = 12;

    private HorizonZone() {}

    public static int of(int step, int season) {
        double years = (double) step / season;
        return years <= 1 / 12.0 ? 0 : years <= 0.25 ? 1 : years <= 0.5 ? 2 : 3;
    }

    /**
     * Mean and the quantiles, at the levels of a stored shape, of a zone's ratios. A zone with fewer than twelve ratios borrows those of the
     * zones before it; without any, the ratio is 1 with a band of a tenth.
     */
    static double[] summary(List<List<Double>> zones, int zone) {
        List<Double> ratios = new ArrayList<>(zones.get(zone));
        for (int z = zone - 1; z >= 0 && ratios.size() < ENOUGH; z--) {
            ratios.addAll(zones.get(z));
        }
        if (ratios.isEmpty()) {
            ratios.addAll(List.of(0.9, 1.0, 1.1));
        }
        Collections.sort(ratios);
        double[] levels = Levels.shape();
        double[] summary = new double[levels.length + 1];
        summary[0] = ratios.stream().mapToDouble(Double::doubleValue).average().orElse(1);
        for (int i = 0; i < levels.length; i++) {
            double at = levels[i] * (ratios.size() - 1);
            int low = (int) at;
            int high = Math.min(low + 1, ratios.size() - 1);
            summary[i + 1] = ratios.get(low) + (at - low) * (ratios.get(high) - ratios.get(low));
        }
        return summary;
    }
}
