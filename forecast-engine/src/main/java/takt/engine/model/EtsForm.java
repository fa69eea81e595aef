package takt.engine.model;

import java.util.ArrayList;
import java.util.List;

/**
 * One exponential smoothing form (Hyndman, Koehler, Ord, Snyder 2008, chapter 2). Trends are additive; a
 * multiplicative season goes with a multiplicative error, as the other mixtures are numerically unstable.
 */
@SuppressWarnings("EnumOrdinal") // models are stored with these numbers
record EtsForm(boolean multiplicativeError, Trend trend, Season season) {

    enum Trend {
        NONE,
        ADDITIVE,
        DAMPED
    }

    enum Season {
        NONE,
        ADDITIVE,
        MULTIPLICATIVE
    }

    private static final List<EtsForm> ALL = all();

    /** Forms that a series allows: those with a multiplicative part need demand above 0 in every bucket. */
    static List<EtsForm> admissible(int known, int season, boolean positive) {
        return ALL.stream()
                .filter(f -> positive || !f.multiplicativeError && f.season != Season.MULTIPLICATIVE)
                .filter(f -> f.season == Season.NONE || season > 1 && season <= 24 && known >= 2 * season + 1)
                .filter(f -> f.parameters(season) + 3 < known)
                .toList();
    }

    boolean isDamped() {
        return trend == Trend.DAMPED;
    }

    boolean hasTrend() {
        return trend != Trend.NONE;
    }

    boolean isSeasonal() {
        return season != Season.NONE;
    }

    /** Smoothing weights to be found. */
    int weights() {
        return 1 + (hasTrend() ? 1 : 0) + (isSeasonal() ? 1 : 0) + (isDamped() ? 1 : 0);
    }

    /** Everything that is estimated, the variance included; seasonal states sum to a constant, so one is free. */
    int parameters(int seasonLength) {
        return weights() + 1 + (hasTrend() ? 1 : 0) + (isSeasonal() ? seasonLength - 1 : 0) + 1;
    }

    double[] toArray() {
        return new double[] {multiplicativeError ? 1 : 0, trend.ordinal(), season.ordinal()};
    }

    static EtsForm of(double[] array) {
        return new EtsForm(array[0] > 0, Trend.values()[(int) array[1]], Season.values()[(int) array[2]]);
    }

    private static List<EtsForm> all() {
        List<EtsForm> forms = new ArrayList<>();
        for (boolean error : new boolean[] {false, true}) {
            for (Trend trend : Trend.values()) {
                for (Season season : Season.values()) {
                    if (error || season != Season.MULTIPLICATIVE) {
                        forms.add(new EtsForm(error, trend, season));
                    }
                }
            }
        }
        return List.copyOf(forms);
    }
}
