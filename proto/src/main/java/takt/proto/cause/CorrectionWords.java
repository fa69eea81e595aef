package takt.proto.cause;

import static takt.proto.cause.Say.count;
import static takt.proto.cause.Say.plain;
import static takt.proto.cause.Say.round;
import static takt.proto.cause.Say.say;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Why a value is not what was demanded, and what a line was made from. */
final class CorrectionWords {

    static final Map<String, Function<CauseParts, String>> SENTENCES = Map.ofEntries(
            Map.entry("READ_CORRECTED", CorrectionWords::corrected),
            Map.entry(
                    "MORE_CORRECTED",
                    c -> count(c, "buckets", "more bucket is", "more buckets are") + " read corrected."),
            Map.entry("PLANT_CLOSED", CorrectionWords::closed),
            Map.entry(
                    "SHUTDOWN",
                    c -> "The plant did not work on %s %% of the working days; "
                                    .formatted(round(100 * c.figure("closed", 0)))
                            + around(c)),
            Map.entry(
                    "EMPTY_STOCK",
                    c -> say(c, "Nothing lay in stock on %.0f of %.0f days counted; ", "empty", "counted") + around(c)),
            Map.entry("TOO_LITTLE", c -> "Far too little, and no shutdown or empty stock is known; " + around(c)),
            Map.entry(
                    "TEN_TIMES", c -> "About ten times too much or more, maybe a unit or a decimal mark; " + around(c)),
            Map.entry("ONCE", c -> "Once, and not again; " + around(c)),
            Map.entry("LARGEST_ORDER", c -> say(c, "No other of %.0f orders is above %.0f.", "others", "next")));

    private CorrectionWords() {}

    private static String corrected(CauseParts c) {
        return "Read corrected: C%s: %s %s to %s, %s."
                .formatted(
                        round(c.figure("correction", 0)),
                        c.name("bucket"),
                        plain(c.figure("original", Double.NaN)),
                        plain(c.figure("corrected", Double.NaN)),
                        c.name("method").toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static String closed(CauseParts c) {
        List<String> first = List.of(c.name("first").split(", "));
        return "The plant is closed in %s ahead (%s%s); nothing is forecast there."
                .formatted(
                        count(c, "buckets", "bucket", "buckets"),
                        String.join(", ", first),
                        first.size() < c.figure("buckets", 0) ? " and more" : "");
    }

    private static String around(CauseParts c) {
        return say(c, "the buckets around ask for %.0f.", "expected");
    }
}
