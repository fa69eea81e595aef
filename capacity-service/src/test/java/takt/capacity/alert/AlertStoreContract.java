package takt.capacity.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import takt.capacity.Examples;
import takt.capacity.matching.Gap;
import takt.capacity.matching.GapCause;
import takt.capacity.usecase.port.AlertStore;
import takt.kernel.PartnerId;
import takt.kernel.Quantity;
import takt.kernel.UnitCode;
import takt.kit.caller.Audience;
import takt.kit.caller.Caller;

/** What every store of alerts does, whatever it keeps them in. */
public abstract class AlertStoreContract {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant MONDAY = Instant.parse("2001-04-02T08:00:00Z");
    private static final AtomicInteger SUPPLIERS = new AtomicInteger();

    private final PartnerId supplier = new PartnerId("BPNL0000000C%04d".formatted(SUPPLIERS.incrementAndGet()));
    private final Audience own = new Audience.Partner(supplier);

    protected abstract AlertStore store();

    private Gap gap(GapCause cause, String part, long pieces) {
        return new Gap(
                cause.kind() + "/" + cause.subject() + "/" + supplier,
                cause,
                supplier,
                List.of(part),
                List.of(Examples.FIRST),
                Quantity.of(pieces, UnitCode.H87),
                Quantity.of(1000, UnitCode.H87));
    }

    private final Gap flexible = gap(new GapCause.AboveActual("Line 1", false), "A", 300);
    private final Gap critical = gap(new GapCause.AboveActual("Line 2", true), "B", 10);
    private final Gap bottleneck = gap(new GapCause.AboveMaximum("Line 1", false), "A", 20);
    private final Gap notCommitted = gap(new GapCause.NotCommitted("C", 0.4), "C", 30);

    private void matched(Gap... gaps) {
        store().match(supplier, s -> AlertChange.between(s.unresolved(), List.of(gaps), MONDAY, UUID::randomUUID))
                .await()
                .atMost(PATIENCE);
    }

    private List<Alert> list(Audience audience, String part, boolean resolvedToo) {
        return store().list(audience, part, resolvedToo, 0, 50).await().atMost(PATIENCE);
    }

    private List<GapCause> causes() {
        return list(own, "", false).stream().map(a -> a.gap().cause()).toList();
    }

    private Alert take(Alert alert, Care.Step step, String name) {
        return store().take(alert, step, new Caller(name, Set.of("planner"), Optional.empty()))
                .await()
                .atMost(PATIENCE);
    }

    private void acknowledge(Alert alert, String name) {
        take(alert, new Care.Acknowledged(""), name);
    }

    @Test
    void theLoudestStandsFirstAndACriticalOneBeforeOthersOfItsKind() {
        matched(flexible, critical, notCommitted, bottleneck);
        assertThat(causes())
                .containsExactly(bottleneck.cause(), notCommitted.cause(), critical.cause(), flexible.cause());
        assertThat(store().list(own, "", false, 1, 2).await().atMost(PATIENCE))
                .extracting(a -> a.gap().cause())
                .containsExactly(notCommitted.cause(), critical.cause());
    }

    @Test
    void theSameGapKeepsItsAlertWithNewFiguresAndIsFoundByItsId() {
        matched(notCommitted);
        Alert opened = list(own, "", false).get(0);
        matched(gap(notCommitted.cause(), "C", 45));
        assertThat(store().find(opened.id()).await().atMost(PATIENCE)).get().satisfies(now -> {
            assertThat(now.gap().gap()).isEqualTo(Quantity.of(45, UnitCode.H87));
            assertThat(now.openedAt()).isEqualTo(MONDAY);
        });
        assertThat(list(own, "", false)).hasSize(1);
        assertThat(store().find(UUID.randomUUID()).await().atMost(PATIENCE)).isEmpty();
    }

    @Test
    void aGapThatIsGoneIsShownWhereResolvedOnesAreAskedFor() {
        matched(bottleneck, notCommitted);
        matched(notCommitted);
        assertThat(causes()).containsExactly(notCommitted.cause());
        assertThat(list(own, "", true))
                .filteredOn(a -> a.gap().cause().equals(bottleneck.cause()))
                .singleElement()
                .satisfies(a -> assertThat(a.state()).isEqualTo(Alert.State.RESOLVED));
    }

    @Test
    void anAlertIsAcknowledgedOnceAndStaysSoWhenItsGapGrows() {
        matched(notCommitted);
        Alert opened = list(own, "", false).get(0);
        acknowledge(opened, "first");
        Alert seen = list(own, "", false).get(0);
        assertThat(seen.state()).isEqualTo(Alert.State.ACKNOWLEDGED);
        acknowledge(opened, "second");
        matched(gap(notCommitted.cause(), "C", 45));
        assertThat(list(own, "", false).get(0).care()).isEqualTo(seen.care());
    }

    @Test
    void whatIsDoneAboutAnAlertIsKeptStepByStep() {
        matched(notCommitted);
        Alert opened = list(own, "", false).get(0);
        take(opened, new Care.Acknowledged("calling them"), "olga");
        take(opened, new Care.Assigned("pavel", Optional.of(LocalDate.of(2001, 4, 6))), "olga");
        take(opened, new Care.Assigned("pavel", Optional.of(LocalDate.of(2001, 4, 6))), "olga");
        Alert cared = list(own, "", false).get(0);
        assertThat(cared.care().acknowledgedBy()).isEqualTo("olga");
        assertThat(cared.care().note()).isEqualTo("calling them");
        assertThat(cared.care().owner()).isEqualTo("pavel");
        assertThat(cared.care().due()).contains(LocalDate.of(2001, 4, 6));
        Alert reopened = take(opened, new Care.Reopened(), "pavel");
        assertThat(reopened.state()).isEqualTo(Alert.State.OPEN);
        assertThat(reopened.care().owner()).as("who is to settle it still is").isEqualTo("pavel");
        assertThat(list(own, "", false).get(0)).isEqualTo(reopened);
        assertThat(store().steps(opened.id()).await().atMost(PATIENCE))
                .as("the same again is no step")
                .extracting(Care.Taken::by, taken -> taken.step().getClass().getSimpleName())
                .containsExactly(tuple("olga", "Acknowledged"), tuple("olga", "Assigned"), tuple("pavel", "Reopened"));
    }

    @Test
    void nothingIsDoneAboutAnAlertThatIsResolved() {
        matched(notCommitted);
        Alert opened = list(own, "", false).get(0);
        matched();
        assertThat(take(opened, new Care.Acknowledged(""), "olga").state()).isEqualTo(Alert.State.RESOLVED);
        assertThat(store().steps(opened.id()).await().atMost(PATIENCE)).isEmpty();
    }

    @Test
    void onesOwnAreShownAndTheHouseSeesThemTooAndNobodyElse() {
        matched(bottleneck, notCommitted);
        assertThat(list(own, "C", false)).hasSize(1);
        assertThat(list(new Audience.House(), "", false))
                .anySatisfy(a -> assertThat(a.gap().supplier()).isEqualTo(supplier));
        assertThat(list(new Audience.Partner(new PartnerId("BPNL0000000DDDD9")), "", true))
                .isEmpty();
        assertThat(list(new Audience.Nobody(), "", true)).isEmpty();
    }
}
