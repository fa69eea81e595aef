package takt.forecast.master;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import takt.ingest.code.CodeBook;
import takt.ingest.code.CodeKind;
import takt.ingest.kind.Known;
import takt.kernel.UnitCode;

/**
 * What is known already and a row may name.
 *
 * @param parts unit by part
 * @param equations what other units equal in the part's own, by part and unit
 */
public record Catalogue(
        CodeBook codes,
        Map<String, UnitCode> parts,
        SuccessionDraft successions,
        UsageDraft usage,
        Map<String, Map<UnitCode, UnitEquation>> equations)
        implements Known {

    /** @param codes what other codes mean, by what they name */
    public Catalogue(
            Map<String, UnitCode> parts,
            Set<String> sites,
            Set<String> lines,
            SuccessionDraft successions,
            UsageDraft usage,
            Map<CodeKind, Map<String, String>> codes,
            Map<String, Map<UnitCode, UnitEquation>> equations) {
        this(
                new CodeBook(
                        Map.of(
                                CodeKind.PART,
                                parts.keySet(),
                                CodeKind.SITE,
                                sites,
                                CodeKind.LINE,
                                lines,
                                CodeKind.UNIT,
                                CodeBook.UNITS),
                        codes),
                parts,
                successions,
                usage,
                equations);
    }

    /** The unit of a known part. */
    public UnitCode unit(String part) {
        return Optional.ofNullable(parts.get(part)).orElseThrow();
    }

    /** How a quantity of a known part is said in the part's own unit. */
    public Optional<UnitEquation> equation(String part, UnitCode unit) {
        Map<UnitCode, UnitEquation> own = equations.getOrDefault(part, Map.of());
        return Optional.ofNullable(own.get(unit))
                .or(() -> own.entrySet().stream()
                        .filter(known -> unit.isLike(known.getKey()))
                        .min(Map.Entry.comparingByKey())
                        .map(known -> known.getValue().from(unit, known.getKey())))
                .or(() -> Optional.ofNullable(parts.get(part))
                        .filter(unit::isLike)
                        .map(ofThePart -> UnitEquation.between(unit, ofThePart)));
    }
}
