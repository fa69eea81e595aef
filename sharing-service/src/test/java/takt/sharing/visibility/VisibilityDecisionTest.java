package takt.sharing.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import takt.kernel.DemandCategory;
import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.SiteId;
import takt.kernel.UnitCode;
import takt.kernel.Week;
import takt.sharing.explosion.Peg;
import takt.sharing.network.HorizonZones;
import takt.sharing.publication.Immediate;
import takt.sharing.publication.PublicationLine;

class VisibilityDecisionTest {

    private static final PartnerId FOUNDRY = new PartnerId("BPNL00000000T201");
    private static final PartnerId OTHER = new PartnerId("BPNL00000000T202");
    private static final PartnerId OEM = new PartnerId("BPNL00000000OEM0");

    private static PublicationLine line() {
        return new PublicationLine(
                UUID.randomUUID(),
                new PartNumber("CASTING"),
                FOUNDRY,
                new PartnerId("BPNL00000000T101"),
                new SiteId("BPNS00000000T101"),
                DemandCategory.SERIES,
                UnitCode.H87,
                new long[] {1000},
                new long[9],
                new HorizonZones(4, 8, 12),
                2,
                0,
                new Immediate(
                        1_382_000,
                        Immediate.Basis.NOTHING_ASKED_BEFORE,
                        new Week(LocalDate.of(2001, 4, 2)),
                        new long[] {1_382_000}),
                new long[0],
                List.of(new Peg(new PartNumber("DISC"), OEM, BigDecimal.ONE)));
    }

    @ParameterizedTest
    @CsvSource({
        "true, BPNL00000000OEM0, true",
        "true, '', true",
        "false, BPNL00000000T201, true",
        "false, BPNL00000000T202, false",
        "false, '', false"
    })
    void theTruthTable(boolean house, String partner, boolean granted) {
        Viewer viewer = new Viewer(house, partner.isEmpty() ? Optional.empty() : Optional.of(new PartnerId(partner)));
        VisibilityDecision decision = VisibilityDecision.on(viewer, FOUNDRY);
        assertThat(decision.isGranted()).isEqualTo(granted);
        assertThat(decision.compose(UUID.randomUUID(), line()).isPresent()).isEqualTo(granted);
    }

    @Test
    void aGrantIsForOneSupplierOnly() {
        VisibilityDecision decision = VisibilityDecision.on(new Viewer(false, Optional.of(OTHER)), OTHER);
        assertThat(decision.compose(UUID.randomUUID(), line())).isEmpty();
    }

    @Test
    void nobodySeesWhichCustomerFurtherUpAPartIsFor() {
        VisibilityDecision decision = VisibilityDecision.on(new Viewer(false, Optional.of(FOUNDRY)), FOUNDRY);
        VisibleLine seen = decision.compose(UUID.randomUUID(), line()).orElseThrow();
        assertThat(VisibleLine.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .doesNotContain("pegs", "surplus");
        assertThat(seen.toString()).doesNotContain(OEM.value());
    }
}
