package takt.proto.cause;

import static takt.proto.cause.Say.round;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Why a model was chosen. */
final class ChoiceWords {

    static final Map<String, Function<CauseParts, String>> SENTENCES = Map.ofEntries(
            Map.entry("HELD_OUT", ChoiceWords::heldOut),
            Map.entry("NOTHING_HELD_OUT", ChoiceWords::nothingHeldOut),
            Map.entry("NOTHING_KNOWN", c -> "Nothing is known of the demand of any of its parts yet."));

    private ChoiceWords() {}

    private static String heldOut(CauseParts c) {
        double below = 100 * c.figure("below", Double.NaN);
        String than =
                c.name("yardstick").equals("SEASONAL_NAIVE") ? "seasonal naive" : "the last twelve buckets' quantiles";
        String how = Double.isNaN(below)
                ? ""
                : Math.abs(below) < 0.5
                        ? ", as " + than
                        : ", %s %% %s %s".formatted(round(Math.abs(below)), below > 0 ? "below" : "above", than);
        return "%s: chosen for %s, weighted quantile loss %s over %s held-out buckets%s.%s"
                .formatted(
                        c.name("model"),
                        c.name("segment"),
                        String.format(Locale.ROOT, "%.3f", c.figure("wql", Double.NaN)),
                        round(c.figure("buckets", 0)),
                        how,
                        c.name("better").isEmpty()
                                ? ""
                                : " Within 1 % of " + c.name("better") + "; an average errs less often.");
    }

    private static String nothingHeldOut(CauseParts c) {
        return "%s: nothing was held out for %s yet, so %s."
                .formatted(
                        c.name("model"),
                        c.name("segment"),
                        c.name("fallback").equals("SCHEDULE")
                                ? "what the schedule asks for"
                                : "the model for short histories");
    }
}
