package takt.sharing.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import takt.kernel.Fact;
import takt.kernel.PartNumber;
import takt.kernel.RawRow;
import takt.kernel.RowFault;
import takt.kernel.UnitCode;

class NetworkKindTest {

    private static final List<String> COLUMNS = List.of("parent", "child", "quantity", "unit");

    private final NetworkKind.Known known = new NetworkKind.Known(
            Set.of(),
            Set.of(),
            new BomDraft(List.of(
                    new BomLink(new PartNumber("CAR"), new PartNumber("AXLE"), 2000, UnitCode.H87),
                    new BomLink(new PartNumber("AXLE"), new PartNumber("BOLT"), 8000, UnitCode.H87))));

    private Fact link(String parent, String child, String quantity) {
        return NetworkKind.BOM_LINKS.read(new RawRow(2, COLUMNS, List.of(parent, child, quantity, "H87")), known);
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
        assertThat(link("CAR", "AXLE", "0").values()).isEqualTo(List.of(0L, "H87"));
        assertThat(link("AXLE", "CAR", "1").values()).isEqualTo(List.of(1000L, "H87"));
    }

    @Test
    void theSameLinkMayChangeItsQuantity() {
        assertThat(link("CAR", "AXLE", "3").values()).isEqualTo(List.of(3000L, "H87"));
    }
}
