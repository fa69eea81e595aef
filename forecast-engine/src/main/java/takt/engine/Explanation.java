package takt.engine;

import java.util.Locale;
import takt.engine.model.FittedState;
import takt.engine.model.SeriesContext;
import takt.engine.model.Used;
import takt.engine.training.Honesty;

/** How a model came to its level and how honest its spread was, for a planner. */
public final class Explanation {

    private Explanation() {}

    public static String of(FittedState state, SeriesContext context) {
        return level(state, context) + end(context) + closed(context) + coverage(state);
    }

    private static String end(SeriesContext context) {
        return Used.lastUse(context)
                .map(day -> " No vehicle needs it after " + day + ".")
                .orElse("");
    }

    private static String closed(SeriesContext context) {
        boolean christmas = context.closure().christmas();
        boolean newYear = context.closure().newYear();
        if (!christmas && !newYear) {
            return "";
        }
        return say(
                " Nothing was ever called off in the %s; nothing is forecast there, and what it says of other weeks is not read.",
                christmas && newYear
                        ? "weeks of 25 December and 1 January"
                        : christmas ? "week of 25 December" : "week of 1 January");
    }

    /** How honest the spread of such parts was when it was held out. */
    private static String coverage(FittedState state) {
        double[] shares = state.arrays().containsKey(Honesty.COVERAGE) ? state.array(Honesty.COVERAGE) : new double[0];
        return shares.length == 0
                ? ""
                : say(
                        " Of the held-out demand of such parts, %.0f %% stayed at or below the 0.1 quantile, %.0f %% the median, %.0f %% the 0.9 quantile.",
                        100 * shares[0], 100 * shares[shares.length / 2], 100 * shares[shares.length - 1]);
    }

    private static String level(FittedState state, SeriesContext context) {
        return switch (state.model()) {
            case "schedule-driven" ->
                say(
                                "Published schedule x usage x learnt rate %.3f; called off %s the build; the schedule of the next bucket asks for %.0f.",
                                state.value("rate"), lead((int) state.value("lead")), context.planned(1))
                        + service(state);
            case "schedule-regression" ->
                say(
                                "Published schedule x usage x learnt rate %.3f, corrected by a regression over all parts on revisions of the schedule, how past ones came true and how far the usage is; called off %s the build; the schedule of the next bucket asks for %.0f.",
                                state.value("rate"), lead((int) state.value("lead")), context.planned(1))
                        + service(state);
            case "auto-ets", "ses", "damped-trend" ->
                say(
                        "Level %.2f, smoothed with weight %.2f on the newest bucket%s%s.",
                        state.value("level"),
                        state.value("weights"),
                        state.array("form")[1] > 0 ? say("; trend %.2f a bucket", state.array("level")[1]) : "",
                        state.array("form")[2] > 0 ? "; with a season" : "");
            case "theta" ->
                say("Level %.2f with a drift of %.2f a bucket.", state.value("level"), state.value("drift"));
            case "nb-ew", "nb-ew-slow", "nb-whole", "croston", "sba", "tsb", "adida", "imapa", "ma-12" ->
                say(
                        "Mean demand %.2f a bucket with dispersion %.2f, in part that of all parts.",
                        state.value("mean"), state.value("dispersion"));
            case "weighted-quantiles" ->
                say("The demands that were seen, the newer the heavier; their mean is %.2f.", state.value("mean"));
            case "global-regression" -> regression("Boosted trees over all parts", state);
            case "segment-regression" -> regression("Boosted trees over all parts of the segment", state);
            case "elastic-net" -> regression("Linear regression over all parts", state);
            case "forest" -> regression("Random forest over all parts", state);
            case "seasonal-naive" ->
                "The same bucket of the last season, with the spread of past seasonal differences.";
            default -> "Several models averaged, quantile by quantile.";
        };
    }

    private static String service(FittedState state) {
        return state.arrays().containsKey("service")
                ? say(
                        " Where no vehicle needs it any more, a service demand of %.2f a bucket stays.",
                        state.value("service"))
                : "";
    }

    private static String regression(String what, FittedState state) {
        return say("%s on lags, means and calendar; spread from dispersion %.2f.", what, state.value("dispersion"));
    }

    private static String say(String words, Object... values) {
        return String.format(Locale.ROOT, words, values);
    }

    private static String lead(int buckets) {
        return switch (buckets) {
            case 0 -> "in the bucket of";
            case 1 -> "one bucket before";
            default -> buckets + " buckets before";
        };
    }
}
