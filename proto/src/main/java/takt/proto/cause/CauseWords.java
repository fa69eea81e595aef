package takt.proto.cause;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import takt.proto.type.v1.Cause;

/** Causes in English, for a planner; the page has its own words. */
public final class CauseWords {

    private static final Map<String, Function<CauseParts, String>> SENTENCES = Stream.of(
                    Map.<String, Function<CauseParts, String>>of("TOLD", told -> told.name("words")),
                    ChoiceWords.SENTENCES,
                    LevelWords.SENTENCES,
                    CorrectionWords.SENTENCES)
            .flatMap(some -> some.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private CauseWords() {}

    /** Codes that have words. */
    public static Set<String> codes() {
        return SENTENCES.keySet();
    }

    /** One or two sentences; what a newer service sends is shown by its code. */
    public static String of(CauseParts cause) {
        return SENTENCES
                .getOrDefault(cause.code(), c -> c.code() + " " + c.figures() + " " + c.names())
                .apply(cause);
    }

    /** @param cause a record */
    public static String of(Object cause) {
        return of(CauseParts.of(cause));
    }

    public static String of(Cause message) {
        return of(CauseParts.read(message));
    }

    /** One after the other. */
    public static String of(List<?> causes) {
        return causes.stream().map(cause -> of(CauseParts.of(cause))).collect(Collectors.joining(" "));
    }
}
