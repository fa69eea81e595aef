package takt.forecast.ingest;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import takt.kernel.UnitCode;

/**
 * What is known already and a row may name.
 *
 * @param parts unit by part
 * @param codes what other codes mean, by what they name
 * @param equations what other units equal in the part's own, by part and unit
 */
public record Catalogue(
        Map<String, UnitCode> parts,
        Set<String> sites,
        Set<String> lines,
        SuccessionDraft successions,
        UsageDraft usage,
        Map<CodeKind, Map<String, String>> codes,
        Map<String, Map<UnitCode, UnitEquation>> equations) {

    private static final Set<String> UNITS =
            Arrays.stream(UnitCode.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    /** The number of what is named by it or by another code of it. */
    Optional<String> find(CodeKind kind, String code) {
        return numbers(kind).contains(code)
                ? Optional.of(code)
                : Optional.ofNullable(codes.getOrDefault(kind, Map.of()).get(code))
                        .filter(numbers(kind)::contains);
    }

    /** The codes of their own that are known. */
    public Set<String> numbers(CodeKind kind) {
        return switch (kind) {
            case PART -> parts.keySet();
            case SITE -> sites;
            case LINE -> lines;
            case UNIT -> UNITS;
        };
    }

    /** How a quantity of a known part is said in the part's own unit. */
    Optional<UnitEquation> equation(String part, UnitCode unit) {
        return Optional.ofNullable(equations.getOrDefault(part, Map.of()).get(unit))
                .or(() -> Optional.ofNullable(parts.get(part))
                        .filter(unit::isLike)
                        .map(own -> UnitEquation.between(unit, own)));
    }
}
