package takt.capacity.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import takt.capacity.Examples;
import takt.capacity.matching.Gap;
import takt.capacity.matching.GapCause;
import takt.kernel.Quantity;
import takt.kernel.UnitCode;

class AlertChangeTest {

    private static final Instant MONDAY = Instant.parse("2001-04-02T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2001-04-03T08:00:00Z");

    private static Gap gap(String key, long pieces) {
        Quantity quantity = Quantity.of(pieces, UnitCode.H87);
        return new Gap(
                key,
                new GapCause.AboveMaximum("Line 1", false),
                Examples.FOUNDRY,
                List.of("A"),
                List.of(Examples.FIRST),
                quantity,
                quantity);
    }

    private static AlertChange change(List<Alert> unresolved, Gap... gaps) {
        return AlertChange.between(unresolved, List.of(gaps), TUESDAY, () -> new UUID(0, 9));
    }

    private static final Alert KNOWN = AlertChange.between(
                    List.of(), List.of(gap("a", 10)), MONDAY, () -> new UUID(0, 1))
            .opened()
            .get(0);

    @Test
    void aNewGapOpensAnAlert() {
        assertThat(KNOWN.state()).isEqualTo(Alert.State.OPEN);
        assertThat(KNOWN.openedAt()).isEqualTo(MONDAY);
    }

    @Test
    void theSameGapDoesNotAlertTwice() {
        AlertChange change = change(List.of(KNOWN), gap("a", 10));
        assertThat(change.opened()).isEmpty();
        assertThat(change.kept()).isEmpty();
        assertThat(change.resolved()).isEmpty();
    }

    @Test
    void aGapThatGrewKeepsItsAlertWithTheNewFigures() {
        AlertChange change = change(List.of(KNOWN), gap("a", 25));
        assertThat(change.opened()).isEmpty();
        assertThat(change.kept()).singleElement().satisfies(alert -> {
            assertThat(alert.id()).isEqualTo(KNOWN.id());
            assertThat(alert.openedAt()).isEqualTo(MONDAY);
            assertThat(alert.gap().gap()).isEqualTo(Quantity.of(25, UnitCode.H87));
        });
    }

    @Test
    void aGapThatIsGoneResolvesItsAlert() {
        assertThat(change(List.of(KNOWN)).resolved()).singleElement().satisfies(alert -> {
            assertThat(alert.state()).isEqualTo(Alert.State.RESOLVED);
            assertThat(alert.resolvedAt()).contains(TUESDAY);
        });
    }
}
