package takt.ingest.code;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import takt.ingest.row.RawRow;
import takt.kernel.UnitCode;

/**
 * What a row may name: by its own number, or by another code of it.
 *
 * @param numbers the own numbers that are known, by what they name; other kinds are not spoken of
 * @param codes what other codes mean, by what they name
 */
public record CodeBook(Map<CodeKind, Set<String>> numbers, Map<CodeKind, Map<String, String>> codes) {

    /** The codes of all units of measure. */
    public static final Set<String> UNITS =
            Arrays.stream(UnitCode.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    public Set<String> numbers(CodeKind kind) {
        return numbers.getOrDefault(kind, Set.of());
    }

    /** The own number of what is named by it or by another code of it. */
    public Optional<String> find(CodeKind kind, String code) {
        return numbers(kind).contains(code)
                ? Optional.of(code)
                : Optional.ofNullable(codes.getOrDefault(kind, Map.of()).get(code))
                        .filter(numbers(kind)::contains);
    }

    /** The own number of what the row names; refuses what is not known. */
    public String known(RawRow row, String column, CodeKind kind) {
        return find(kind, row.text(column))
                .orElseThrow(() -> row.fault(
                        column,
                        kind.unknown(),
                        "Import the %s first, accept a cross-reference, or correct the spelling."
                                .formatted(kind.name().toLowerCase(Locale.ROOT))));
    }

    /** The unit that the row names. */
    public UnitCode unit(RawRow row, String column) {
        return find(CodeKind.UNIT, row.text(column))
                .flatMap(UnitCode::find)
                .orElseThrow(() -> row.fault(
                        column,
                        CodeKind.UNIT.unknown(),
                        "Use a UN/ECE code or accept a cross-reference: " + Arrays.toString(UnitCode.values()) + "."));
    }
}
