package takt.forecast.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import takt.forecast.master.Catalogue;
import takt.forecast.master.SuccessionDraft;
import takt.forecast.master.UnitEquation;
import takt.forecast.master.UsageDraft;
import takt.forecast.usecase.data.ForecastKinds;
import takt.ingest.code.CodeKind;
import takt.ingest.kind.Fact;
import takt.ingest.kind.FactKind;
import takt.ingest.kind.Reading;
import takt.ingest.row.RawRow;
import takt.ingest.row.RowFault;
import takt.kernel.UnitCode;

class ForecastKindsTest {

    private static final Catalogue KNOWN = new Catalogue(
            Map.of("P1", UnitCode.H87, "P2", UnitCode.H87, "P3", UnitCode.H87, "P4", UnitCode.H87, "OIL", UnitCode.LTR),
            Set.of("BPNS000000000001"),
            Set.of("ATLAS"),
            new SuccessionDraft(Map.of("P2", link("P1", 2000), "P3", link("P2", 2001))),
            used(),
            Map.of(CodeKind.PART, Map.of("p-1", "P1", "gone", "P9"), CodeKind.UNIT, Map.of("st", "H87")),
            Map.of(
                    "P1",
                    Map.of(
                            UnitCode.SET,
                            new UnitEquation(BigDecimal.ONE, new BigDecimal("4")),
                            UnitCode.KGM,
                            new UnitEquation(new BigDecimal("0.35"), BigDecimal.ONE))));

    private static SuccessionDraft.Link link(String predecessor, int year) {
        return new SuccessionDraft.Link(predecessor, LocalDate.of(year, 1, 1));
    }

    private static UsageDraft used() {
        UsageDraft usage = new UsageDraft();
        usage.know("P3", "ATLAS", new UsageDraft.Span(LocalDate.of(2000, 1, 1), LocalDate.of(2000, 12, 31)));
        return usage;
    }

    private static FactKind<Catalogue> kind(String name) {
        return FactKind.named(name, ForecastKinds.ALL);
    }

    private static Fact read(String kind, String columns, String cells) {
        List<String> names = List.of(columns.split(" "));
        return kind(kind).read(new RawRow(2, names, Arrays.asList(cells.split(" ", -1))), KNOWN);
    }

    private static String reason(String kind, String columns, String cells) {
        return catchThrowableOfType(RowFault.class, () -> read(kind, columns, cells))
                .rejection()
                .reason();
    }

    @Test
    void fourHundredAndTwelveDiscsSoldInAMonthBecomeAFact() {
        Fact fact = read("DEMAND", "part site month demand", "P1 BPNS000000000001 2001-03 412");
        assertThat(fact.key()).containsExactly("P1", "BPNS000000000001", "MONTH", LocalDate.of(2001, 3, 1));
        assertThat(fact.values()).containsExactly(412_000L);
    }

    @ParameterizedTest
    @CsvSource({
        "DEMAND, part site month demand, P9 BPNS000000000001 2001-03 1, PART_UNKNOWN",
        "DEMAND, part site month demand, P1 BPNS000000000009 2001-03 1, SITE_UNKNOWN",
        "DEMAND, part site month demand, P1 BPNS000000000001 2001-13 1, DATE_INVALID",
        "DEMAND, part site week demand, P1 BPNS000000000001 2001-04-03 1, NOT_A_BUCKET",
        "DEMAND, part site month demand, P1 BPNS000000000001 2001-03 -412, NEGATIVE_QUANTITY",
        "PARTS, part description unit family category, P2 disc XYZ F SR99, UNIT_UNKNOWN",
        "PARTS, part description unit family category, P2 disc H87 F XX, CATEGORY_UNKNOWN",
        "PARTS, part description unit family category, =cmd disc H87 F SR99, PART_INVALID",
        "SITES, site name, PLANT Plant, SITE_INVALID",
        "USAGE, part line qty_per_vehicle valid_from valid_to, P1 ATLAS 1 2001-05 2001-04, VALIDITY_REVERSED",
        "USAGE, part line qty_per_vehicle valid_from valid_to, P1 ATLAS 0 2001-01 2001-02, QUANTITY_ZERO",
        "USAGE, part line qty_per_vehicle valid_from valid_to, P1 COMET 1 2001-01 2001-02, LINE_UNKNOWN"
    })
    void aBadRowSaysWhy(String kind, String columns, String cells, String reason) {
        assertThat(reason(kind, columns, cells)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "P9 P1 2001-05, PART_UNKNOWN",
        "P4 P9 2001-05, PART_UNKNOWN",
        "P4 OIL 2001-05, UNIT_MISMATCH",
        "P4 P1 2001-05, SUCCESSOR_EXISTS",
        "P1 P3 2001-05, SUCCESSION_CYCLE",
        "P1 P1 2001-05, SUCCESSION_CYCLE",
        "P4 P3 2001-01-01, SUCCESSION_REVERSED", // P3 itself comes on that day
        "P2 P1 2001-06-01, SUCCESSION_REVERSED", // P3 has taken its place by then
        "P4 P3 soon, DATE_INVALID"
    })
    void aBadSuccessionSaysWhy(String cells, String reason) {
        assertThat(reason("SUCCESSIONS", "successor predecessor from", cells)).isEqualTo(reason);
    }

    @Test
    void aPlaceThatWasGivenUpCanBeTakenByAnother() {
        Catalogue catalogue = new Catalogue(
                KNOWN.codes(), KNOWN.parts(), new SuccessionDraft(Map.of("P2", link("P1", 2000))), used(), Map.of());
        List<String> columns = List.of("successor", "predecessor", "from");
        Reading<Catalogue> successions = new Reading<>(kind("SUCCESSIONS"), catalogue);
        successions.taken(successions.read(new RawRow(2, columns, List.of("P2", "", ""))));
        Fact fact = successions.read(new RawRow(3, columns, List.of("P4", "P1", "2001-05-07")));
        successions.taken(fact);
        successions.read(new RawRow(4, columns, List.of("P4", "", ""))); // is not taken, and leaves no trace
        assertThat(catchThrowableOfType(
                                RowFault.class,
                                () -> successions.read(new RawRow(5, columns, List.of("P2", "P1", "2001-05-07"))))
                        .rejection()
                        .reason())
                .isEqualTo("SUCCESSOR_EXISTS");
        assertThat(fact.key()).containsExactly("P4");
        assertThat(fact.values()).containsExactly("P1", LocalDate.of(2001, 5, 7));
    }

    @Test
    void anotherCodeOfAPartIsReadAsThePart() {
        Fact fact = read("DEMAND", "part site month demand", "p-1 BPNS000000000001 2001-03 412");
        assertThat(fact.key()).first().isEqualTo("P1");
        assertThat(reason("DEMAND", "part site month demand", "gone BPNS000000000001 2001-03 412"))
                .isEqualTo("PART_UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({
        "plant X P1, CODE_KIND_UNKNOWN",
        "line X COMET, LINE_UNKNOWN",
        "unit X KILO, UNIT_UNKNOWN",
        "unit KGM H87, CODE_TAKEN",
        "part P2 P1, CODE_TAKEN",
        "part X P9, PART_UNKNOWN",
        "site X P1, SITE_UNKNOWN"
    })
    void aBadCrossReferenceSaysWhy(String cells, String reason) {
        assertThat(reason("CROSS_REFERENCES", "what code means", cells)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "P1 BPNS000000000001 2001-03 412 H87, 412000", // its own unit
        "P1 BPNS000000000001 2001-03 412 st, 412000", // its own unit by another code
        "P1 BPNS000000000001 2001-03 3 SET, 12000", // a set is four
        "P1 BPNS000000000001 2001-03 7 KGM, 20000", // 0.35 kg are one: 7 / 0.35
        "P1 BPNS000000000001 2001-03 3 PR, 6000", // a pair is two of anything
        "OIL BPNS000000000001 2001-03 250 MLT, 250" // a quarter of a litre
    })
    void aQuantityInAnotherUnitIsSaidInThePartsOwn(String cells, long thousandths) {
        assertThat(read("DEMAND", "part site month demand unit", cells).values())
                .containsExactly(thousandths);
    }

    @ParameterizedTest
    @CsvSource({
        "DEMAND, part site month demand unit, P2 BPNS000000000001 2001-03 7 KGM, UNIT_MISMATCH",
        "DEMAND, part site month demand unit, OIL BPNS000000000001 2001-03 7 MTR, UNIT_MISMATCH",
        "DEMAND, part site month demand unit, P1 BPNS000000000001 2001-03 1 KGM, QUANTITY_TOO_FINE", // 2.857142...
        "DEMAND, part site month demand unit, P1 BPNS000000000001 2001-03 1 KILO, UNIT_UNKNOWN",
        "UNIT_CONVERSIONS, part unit amount equals, P1 PR 1 2, CONVERSION_FIXED",
        "UNIT_CONVERSIONS, part unit amount equals, P1 SET 0 2, QUANTITY_ZERO",
        "UNIT_CONVERSIONS, part unit amount equals, P9 SET 1 2, PART_UNKNOWN",
        "PLANT_CALENDAR, site week working_days, BPNS000000000001 2001-04-03 0, NOT_A_BUCKET",
        "PLANT_CALENDAR, site week working_days, BPNS000000000001 2001-04-02 8, OUT_OF_RANGE",
        "PLANT_CALENDAR, site week working_days, BPNS000000000009 2001-04-02 0, SITE_UNKNOWN",
        "INVENTORY, part site day stock, P1 BPNS000000000001 2001-04-31 0, DATE_INVALID",
        "INVENTORY, part site day stock, P1 BPNS000000000001 2001-04 0, NOT_A_BUCKET",
        "INVENTORY, part site day stock, P1 BPNS000000000001 2001-04-30 -2, NEGATIVE_QUANTITY",
        "USAGE, part line qty_per_vehicle valid_from valid_to, P3 ATLAS 2 2000-12-31 2001-02, VALIDITY_OVERLAPS",
        "USAGE, part line qty_per_vehicle valid_from valid_to, P3 ATLAS 2 1999-12 2000-01, VALIDITY_OVERLAPS",
        "USAGE, part line qty_per_vehicle valid_from valid_to, P3 ATLAS 2 1999-12 2002-01, VALIDITY_OVERLAPS",
        "USAGE, part line qty_per_vehicle valid_from valid_to, P3 ATLAS 2 2000-05 2000-06, VALIDITY_OVERLAPS"
    })
    void whatDoesNotFitTheUnitOrThePlantOrTheSpanSaysWhy(String kind, String columns, String cells, String reason) {
        assertThat(reason(kind, columns, cells)).isEqualTo(reason);
    }

    @Test
    void anEndedUsageMakesRoomForTheNext() {
        UsageDraft usage = used();
        Catalogue catalogue = new Catalogue(KNOWN.codes(), KNOWN.parts(), KNOWN.successions(), usage, Map.of());
        List<String> columns = List.of("part", "line", "qty_per_vehicle", "valid_from", "valid_to");
        Reading<Catalogue> reading = new Reading<>(kind("USAGE"), catalogue);
        reading.taken(reading.read(new RawRow(2, columns, List.of("P3", "ATLAS", "1", "2000-01-01", "2000-06-30"))));
        Fact next = reading.read(new RawRow(3, columns, List.of("P3", "ATLAS", "2", "2000-07-01", "")));
        assertThat(next.key()).containsExactly("P3", "ATLAS", LocalDate.of(2000, 7, 1));
    }

    @Test
    void aMonthAsAnEndMeansItsLastDay() {
        Fact fact = read("USAGE", "part line qty_per_vehicle valid_from valid_to", "P1 ATLAS 2 2001-01 2001-02");
        assertThat(fact.values()).containsExactly(LocalDate.of(2001, 2, 28), new java.math.BigDecimal("2"));
    }

    @Test
    void aWrongHeaderIsToldWhatItLacks() {
        assertThat(kind("DEMAND").missing(List.of("part", "quantity")))
                .containsExactly("site", "one of week, month, day", "demand");
    }
}
