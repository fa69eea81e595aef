package takt.proto.cause;

import static takt.proto.cause.Say.round;
import static takt.proto.cause.Say.say;

import java.util.Map;
import java.util.function.Function;

/** How a model came to its level. */
final class LevelWords {

    static final Map<String, Function<CauseParts, String>> SENTENCES = Map.ofEntries(
            Map.entry(
                    "AVERAGE_DEMAND",
                    c -> say(
                            c,
                            "Mean demand %.2f a bucket with dispersion %.2f, in part that of all parts.",
                            "mean",
                            "dispersion")),
            Map.entry(
                    "PAST_DEMANDS",
                    c -> say(c, "The demands that were seen, the newer the heavier; their mean is %.2f.", "mean")),
            Map.entry(
                    "LAST_TWELVE_DEMANDS",
                    c ->
                            "The demands of the last twelve buckets, each as likely; shown beside the others and never chosen."),
            Map.entry("NEVER_ANYTHING", c -> "Always nothing; shown beside the others and never chosen."),
            Map.entry(
                    "SEASON_BEFORE",
                    c -> "The same bucket of the last season, with the spread of past seasonal differences."),
            Map.entry("SMOOTHED_LEVEL", LevelWords::smoothed),
            Map.entry("LEVEL_WITH_DRIFT", c -> say(c, "Level %.2f with a drift of %.2f a bucket.", "level", "drift")),
            Map.entry("SEVERAL_AVERAGED", c -> "Several models averaged, quantile by quantile."),
            Map.entry(
                    "REGRESSION_MEAN",
                    c -> regression(c.name("regression"))
                            + say(c, " on lags, means and calendar; spread from dispersion %.2f.", "dispersion")),
            Map.entry("SCHEDULED_USE", LevelWords::scheduled),
            Map.entry(
                    "SERVICE_DEMAND",
                    c -> say(
                            c, "Where no vehicle needs it any more, a service demand of %.2f a bucket stays.", "mean")),
            Map.entry("USED_UNTIL", c -> "No vehicle needs it after " + c.name("day") + "."),
            Map.entry("CLOSED_AT_YEAR_END", LevelWords::yearEnd),
            Map.entry("HELD_OUT_COVERAGE", LevelWords::coverage));

    private LevelWords() {}

    private static String smoothed(CauseParts c) {
        return say(c, "Level %.2f, smoothed with weight %.2f on the newest bucket", "level", "weight")
                + (c.figure("trend", 0) == 0 ? "" : say(c, "; trend %.2f a bucket", "trend"))
                + (c.name("seasonal").isEmpty() ? "" : "; with a season")
                + ".";
    }

    private static String regression(String kind) {
        return switch (kind) {
            case "BOOSTED" -> "Boosted trees over all parts";
            case "BOOSTED_BY_SEGMENT" -> "Boosted trees over all parts of the segment";
            case "ELASTIC_NET" -> "Linear regression over all parts";
            case "FOREST" -> "Random forest over all parts";
            default -> "Boosted trees over all parts with a schedule";
        };
    }

    private static String scheduled(CauseParts c) {
        int lead = (int) c.figure("lead", 0);
        return say(c, "Published schedule x usage x learnt rate %.3f", "rate")
                + (c.name("corrected").isEmpty()
                        ? ""
                        : ", corrected by a regression over all parts on revisions of the schedule, how past ones came true and how far the usage is")
                + "; called off "
                + (lead == 0 ? "in the bucket of" : lead == 1 ? "one bucket before" : lead + " buckets before")
                + say(c, " the build; the schedule of the next bucket asks for %.0f.", "next");
    }

    private static String yearEnd(CauseParts c) {
        boolean both = !c.name("christmas").isEmpty() && !c.name("newYear").isEmpty();
        return "Nothing was ever called off in the %s; nothing is forecast there, and what it says of other weeks is not read."
                .formatted(
                        both
                                ? "weeks of 25 December and 1 January"
                                : "week of " + (c.name("newYear").isEmpty() ? "25 December" : "1 January"));
    }

    private static String coverage(CauseParts c) {
        return "Of the held-out demand of such parts, %s %% stayed at or below the 0.1 quantile, %s %% the median, %s %% the 0.9 quantile."
                .formatted(
                        round(100 * c.figure("low", Double.NaN)),
                        round(100 * c.figure("median", Double.NaN)),
                        round(100 * c.figure("high", Double.NaN)));
    }
}
