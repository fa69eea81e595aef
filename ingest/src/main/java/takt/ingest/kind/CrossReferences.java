package takt.ingest.kind;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import takt.ingest.code.CodeBook;
import takt.ingest.code.CodeKind;
import takt.ingest.row.RawRow;

/** Other codes of parts, sites and the like; every service that imports takes them in. */
public final class CrossReferences<K extends Known> implements FactKind<K> {

    /** Under which every service takes them in. */
    public static final String NAME = "CROSS_REFERENCES";

    public static final Cell<String> KIND = Cell.text("kind");
    public static final Cell<String> CODE = Cell.text("code");
    public static final Cell<String> MEANS = Cell.text("means");

    private static final Shape SHAPE = Shape.of("cross_reference", List.of(KIND, CODE), List.of(MEANS));
    private static final int LONGEST_CODE = 100;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String help() {
        return "Other codes: wherever a row names the code, what it means is read. A code of its own, as a part's number, cannot mean another one.";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.needed("what", "part", "What the code names: part, site, line, unit or partner."),
                Column.needed("code", "BRK 4711", "The code as others write it."),
                Column.needed(
                        "means", "BRK-4711", "What it means, by its own number; empty ends the cross-reference."));
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public Fact read(RawRow row, K known) {
        CodeBook codes = known.codes();
        CodeKind kind = kind(row, codes);
        String code = row.text("code");
        if (code.length() > LONGEST_CODE) {
            throw row.fault("code", "CODE_TOO_LONG", "A code has at most %d characters.".formatted(LONGEST_CODE));
        }
        if (codes.numbers(kind).contains(code)) {
            throw row.fault("code", "CODE_TAKEN", "It is the number of a %s of its own.".formatted(row.text("what")));
        }
        String means = row.has("means") ? row.text("means") : "";
        if (!means.isEmpty() && !codes.numbers(kind).contains(means)) {
            throw row.fault("means", kind.unknown(), "Name it by its own number.");
        }
        return SHAPE.fact(KIND.is(kind.name()), CODE.is(code), MEANS.is(means));
    }

    private static CodeKind kind(RawRow row, CodeBook codes) {
        return Arrays.stream(CodeKind.values())
                .filter(k -> k.name().equalsIgnoreCase(row.text("what"))
                        && codes.numbers().containsKey(k))
                .findFirst()
                .orElseThrow(() -> row.fault(
                        "what",
                        "CODE_KIND_UNKNOWN",
                        "Write one of %s."
                                .formatted(codes.numbers().keySet().stream()
                                        .sorted()
                                        .map(k -> k.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", ")))));
    }
}
