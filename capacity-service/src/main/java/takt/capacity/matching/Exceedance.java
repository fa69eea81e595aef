package takt.capacity.matching;

import takt.capacity.commitment.AskedLine;

/** The chance that demand is above an amount, read from a line's quantiles. */
final class Exceedance {

    private Exceedance() {}

    /** Straight lines between the levels; beyond the outer ones the outer level itself. */
    static double of(AskedLine line, int week, long thousandths) {
        double[] levels = line.levels();
        int base = week * levels.length;
        if (line.quantiles().length < base + levels.length) {
            return 0;
        }
        if (thousandths < line.quantiles()[base]) {
            return 1 - levels[0];
        }
        for (int i = 1; i < levels.length; i++) {
            long low = line.quantiles()[base + i - 1];
            long high = line.quantiles()[base + i];
            if (thousandths < high) {
                return 1 - (levels[i - 1] + (levels[i] - levels[i - 1]) * (thousandths - low) / (double) (high - low));
            }
        }
        return 1 - levels[levels.length - 1];
    }
}
