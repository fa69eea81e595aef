package takt.engine;

import java.util.Locale;
import takt.engine.model.FittedState;
import takt.engine.model.Forecasters;
import takt.engine.model.SeriesContext;
import takt.engine.model.Used;
import takt.engine.training.Honesty;

/** How a model came to its level and how honest its spread was, for a planner. */
public final class Explanation {

    private Explanation() {}

    public static String of(FittedState state, SeriesContext context) {
        return Forecasters.named(state.model()).explain(state, context)
                + end(context)
                + closed(context)
                + coverage(state);
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

    private static String say(String words, Object... values) {
        return String.format(Locale.ROOT, words, values);
    }
}
