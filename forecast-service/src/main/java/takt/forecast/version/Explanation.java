package takt.forecast.version;

import java.util.Locale;
import takt.engine.model.FittedState;
import takt.engine.model.SeriesContext;

/** How a model came to its level, in one sentence. */
final class Explanation {

    private Explanation() {}

    static String of(FittedState state, SeriesContext context) {
        return switch (state.model()) {
            case "schedule-driven" ->
                String.format(
                        Locale.ROOT,
                        "Published schedule x usage x learnt rate %.3f; called off %s the build; the schedule of the next bucket asks for %.0f.",
                        state.value("rate"),
                        lead((int) state.value("lead")),
                        context.planned(1));
            case "ses" ->
                String.format(
                        Locale.ROOT,
                        "Level %.2f, smoothed with weight %.2f on the newest bucket.",
                        state.value("level"),
                        state.value("alpha"));
            case "nb-ew" ->
                String.format(
                        Locale.ROOT,
                        "Weighted mean %.2f with dispersion %.2f, half of it shared by all parts.",
                        state.value("mean"),
                        state.value("dispersion"));
            case "global-regression" ->
                String.format(
                        Locale.ROOT,
                        "Regression over all parts on lags, means and calendar; spread from dispersion %.2f.",
                        state.value("dispersion"));
            default -> "The same bucket of the last season, with the spread of past seasonal differences.";
        };
    }

    private static String lead(int buckets) {
        return switch (buckets) {
            case 0 -> "in the bucket of";
            case 1 -> "one bucket before";
            default -> buckets + " buckets before";
        };
    }
}
