package takt.engine.model;

import java.util.Locale;

/** Sentences for a planner, alike on every machine. */
final class Words {

    private Words() {}

    static String say(String words, Object... values) {
        return String.format(Locale.ROOT, words, values);
    }

    /** What a level with its dispersion says. */
    static String level(FittedState state) {
        return say(
                "Mean demand %.2f a bucket with dispersion %.2f, in part that of all parts.",
                state.value("mean"), state.value("dispersion"));
    }

    /** How long before the build a part is called off. */
    static String lead(FittedState state) {
        int buckets = (int) state.value("lead");
        return switch (buckets) {
            case 0 -> "in the bucket of";
            case 1 -> "one bucket before";
            default -> buckets + " buckets before";
        };
    }

    /** What stays when no vehicle needs a part any more; empty where that is not known. */
    static String service(FittedState state) {
        return state.arrays().containsKey("service")
                ? say(
                        " Where no vehicle needs it any more, a service demand of %.2f a bucket stays.",
                        state.value("service"))
                : "";
    }
}
