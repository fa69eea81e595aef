package takt.forecast.ingest;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import takt.kernel.UnitCode;

/**
 * What is known already and a row may name.
 *
 * @param parts unit by part
 * @param codes what other codes mean, by what they name
 */
public record Catalogue(
        Map<String, UnitCode> parts,
        Set<String> sites,
        Set<String> lines,
        SuccessionDraft successions,
        Map<CodeKind, Map<String, String>> codes) {

    /** The number of a part or site that is named by it or by another code of it. */
    Optional<String> find(CodeKind kind, String code) {
        return numbers(kind).contains(code)
                ? Optional.of(code)
                : Optional.ofNullable(codes.getOrDefault(kind, Map.of()).get(code))
                        .filter(numbers(kind)::contains);
    }

    Set<String> numbers(CodeKind kind) {
        return switch (kind) {
            case PART -> parts.keySet();
            case SITE -> sites;
        };
    }
}
