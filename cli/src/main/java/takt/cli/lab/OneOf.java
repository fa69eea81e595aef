package takt.cli.lab;

import java.util.Map;
import java.util.TreeSet;
import takt.cli.term.UserError;

/** An option that takes one of some words. */
final class OneOf {

    private OneOf() {}

    static <T> T choice(String option, String value, Map<String, T> choices) {
        T found = choices.get(value);
        if (found == null) {
            throw new UserError(
                    "The option %s (%s) must be one of %s.".formatted(option, value, new TreeSet<>(choices.keySet())));
        }
        return found;
    }
}
