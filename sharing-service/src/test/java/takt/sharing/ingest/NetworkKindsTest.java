package takt.sharing.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import takt.ingest.code.CodeBook;
import takt.ingest.code.CodeKind;
import takt.ingest.kind.Fact;
import takt.ingest.kind.Reading;
import takt.ingest.row.RawRow;
import takt.ingest.row.RowFault;
import takt.kernel.PartNumber;
import takt.kernel.UnitCode;
import takt.sharing.network.BomLink;

class NetworkKindsTest {

    private static final List<String> COLUMNS = List.of("parent", "child", "quantity", "unit");

    private final NetworkKnown known = NetworkKnown.of(
            new CodeBook(
                    Map.of(
                            CodeKind.PART, Set.of("CAR", "AXLE", "BOLT"),
                            CodeKind.PARTNER, Set.of("BPNL000000000001", "BPNL000000000002"),
                            CodeKind.SITE, Set.of("BPNS000000000001"),
                            CodeKind.UNIT, CodeBook.UNITS),
                    Map.of(
                            CodeKind.PART, Map.of("#4711", "AXLE"),
                            CodeKind.PARTNER, Map.of("70012", "BPNL000000000002"),
                            CodeKind.UNIT, Map.of("STK", "H87"))),
            List.of(
                    new BomLink(new PartNumber("CAR"), new PartNumber("AXLE"), BigDecimal.valueOf(2), UnitCode.H87),
                    new BomLink(new PartNumber("AXLE"), new PartNumber("BOLT"), BigDecimal.valueOf(8), UnitCode.H87)),
            Set.of());
    private final Reading<NetworkKnown> links = new Reading<>(new BomLinks(), known);

    private Fact link(String parent, String child, String quantity) {
        Fact fact = links.read(new RawRow(2, COLUMNS, List.of(parent, child, quantity, "H87")));
        links.taken(fact);
        return fact;
    }

    @Test
    void aBoltCannotHoldTheCarItIsIn() {
        RowFault fault = catchThrowableOfType(RowFault.class, () -> link("BOLT", "CAR", "1"));
        assertThat(fault.rejection().reason()).isEqualTo("BOM_CYCLE");
        assertThat(catchThrowableOfType(RowFault.class, () -> link("CAR", "CAR", "1"))
                        .rejection()
                        .reason())
                .isEqualTo("BOM_CYCLE");
    }

    @Test
    void aLinkOfTheSameImportCountsToo() {
        link("BOLT", "STEEL", "0.1");
        assertThat(catchThrowableOfType(RowFault.class, () -> link("STEEL", "AXLE", "1"))
                        .rejection()
                        .reason())
                .isEqualTo("BOM_CYCLE");
    }

    @Test
    void aLinkThatEndsGivesWayToItsOpposite() {
        assertThat(link("CAR", "AXLE", "0").values()).isEqualTo(List.of(BigDecimal.ZERO, "H87"));
        assertThat(link("AXLE", "CAR", "1").values()).isEqualTo(List.of(BigDecimal.ONE, "H87"));
    }

    @Test
    void theSameLinkMayChangeItsQuantity() {
        assertThat(link("CAR", "AXLE", "3").values()).isEqualTo(List.of(BigDecimal.valueOf(3), "H87"));
    }

    @Test
    void aNewPartThatLooksLikeAKnownOneIsAskedAboutAndAnotherOneIsKnownFromNowOn() {
        RowFault fault = catchThrowableOfType(RowFault.class, () -> link("AXLE", "B-OLT", "2"));
        assertThat(fault.rejection().reason()).isEqualTo("PART_UNKNOWN");
        assertThat(fault.rejection().help()).contains("`BOLT`");
        assertThat(link("AXLE", "NUT", "2").key()).isEqualTo(List.of("AXLE", "NUT"));
        assertThat(catchThrowableOfType(RowFault.class, () -> link("CAR", "N-UT", "1"))
                        .rejection()
                        .help())
                .contains("`NUT`");
    }

    @Test
    void aCustomersNumberASuppliersNumberAndAUnitAreReadAsWhatTheyMean() {
        List<String> columns = List.of(
                "part",
                "customer",
                "customer_site",
                "supplier",
                "share",
                "lead_time_weeks",
                "firm_weeks",
                "production_weeks",
                "material_weeks",
                "answer_days");
        Fact relation = new SupplyRelations()
                .read(
                        new RawRow(
                                2,
                                columns,
                                List.of(
                                        "#4711",
                                        "BPNL000000000001",
                                        "BPNS000000000001",
                                        "70012",
                                        "1",
                                        "2",
                                        "1",
                                        "2",
                                        "3",
                                        "5")),
                        known);
        assertThat(relation.key())
                .isEqualTo(List.of("AXLE", "BPNL000000000001", "BPNS000000000001", "BPNL000000000002"));
        Fact link = links.read(new RawRow(2, COLUMNS, List.of("CAR", "#4711", "3", "STK")));
        assertThat(link.key()).isEqualTo(List.of("CAR", "AXLE"));
        assertThat(link.values()).isEqualTo(List.of(BigDecimal.valueOf(3), "H87"));
    }
}
