package takt.forecast.cleanse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import takt.engine.series.SeriesKey;
import takt.forecast.usecase.data.port.CorrectionStore;
import takt.forecast.usecase.data.port.CorrectionStore.Filter;
import takt.forecast.usecase.data.port.CorrectionStore.Found;
import takt.forecast.usecase.data.port.CorrectionStore.Outcome;
import takt.forecast.usecase.data.port.CorrectionStore.Recorded;
import takt.kernel.BucketCalendar;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;
import takt.kit.error.TaktException;

/** What every store of corrections does, whatever it keeps them in. */
public abstract class CorrectionStoreContract {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final LocalDate MONDAY = LocalDate.of(2001, 4, 2);
    private static final AtomicInteger PARTS = new AtomicInteger();

    private final String part = "CONTRACT-" + PARTS.incrementAndGet();
    private final Subject subject =
            new Subject(new SeriesKey(new PartNumber(part), new SiteId("BPNS00000000NORD")), BucketCalendar.ISO_WEEK);
    private final Finding mistyped = new Finding(MONDAY, 1_000_000, 100_000, new CorrectionCause.TenTimes(100));
    private final Finding shutdown = new Finding(MONDAY.plusWeeks(1), 0, 90_000, new CorrectionCause.Shutdown(1, 90));

    protected abstract CorrectionStore store();

    private Outcome propose(Finding... findings) {
        return store().propose(List.of(new Found(subject, List.of(findings))), "looker")
                .await()
                .atMost(PATIENCE);
    }

    private List<Recorded> list(Optional<Method> method, Optional<Standing> standing) {
        return store().list(new Filter(part, method, standing), 0, 50).await().atMost(PATIENCE);
    }

    private List<Recorded> all() {
        return list(Optional.empty(), Optional.empty());
    }

    private long decide(List<Recorded> corrections, Standing standing) {
        return store().decide(
                        corrections.stream().map(Recorded::correction).toList(), standing, "planner", "a typing error")
                .await()
                .atMost(PATIENCE);
    }

    /** What is left open would be decided by whoever decides about all. */
    @AfterEach
    void leaveNothingOpen() {
        List<Recorded> open = list(Optional.empty(), Optional.of(Standing.PROPOSED));
        if (!open.isEmpty()) {
            decide(open, Standing.REJECTED);
        }
    }

    @Test
    void whatIsFoundIsProposedOnceWithItsCauseAndFoundByItsNumber() {
        assertThat(propose(mistyped, shutdown)).isEqualTo(new Outcome(2, 0));
        assertThat(propose(mistyped, shutdown)).isEqualTo(Outcome.NONE);
        assertThat(all()).extracting(r -> r.correction().finding()).containsExactlyInAnyOrder(mistyped, shutdown);
        assertThat(list(Optional.of(Method.SHUTDOWN), Optional.empty()))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.correction().finding()).isEqualTo(shutdown);
                    assertThat(r.correction().subject()).isEqualTo(subject);
                    assertThat(r.correction().standing()).isEqualTo(Standing.PROPOSED);
                    assertThat(store().find(List.of(r.correction().id()))
                                    .await()
                                    .atMost(PATIENCE))
                            .containsExactly(r);
                });
    }

    @Test
    void listsGoOnAfterANumber() {
        propose(mistyped, shutdown);
        List<Recorded> all = all();
        assertThat(all)
                .isSortedAccordingTo((a, b) ->
                        Long.compare(a.correction().id(), b.correction().id()));
        assertThat(store().list(
                                new Filter(part, Optional.empty(), Optional.empty()),
                                all.get(0).correction().id(),
                                50)
                        .await()
                        .atMost(PATIENCE))
                .containsExactly(all.get(1));
    }

    @Test
    void whatIsNotFoundAgainLapsesAndComesBackWhenItIs() {
        propose(mistyped, shutdown);
        assertThat(propose(shutdown)).isEqualTo(new Outcome(0, 1));
        assertThat(list(Optional.empty(), Optional.of(Standing.LAPSED)))
                .extracting(r -> r.correction().finding())
                .containsExactly(mistyped);
        assertThat(propose(mistyped, shutdown)).isEqualTo(new Outcome(1, 0));
        assertThat(list(Optional.empty(), Optional.of(Standing.PROPOSED))).hasSize(2);
    }

    @Test
    void aDecisionSaysWhoAndWhyAndStandsWhateverIsFoundBesideIt() {
        propose(mistyped);
        assertThat(decide(all(), Standing.ACCEPTED)).isEqualTo(1);
        assertThat(all()).singleElement().satisfies(r -> {
            assertThat(r.correction().standing()).isEqualTo(Standing.ACCEPTED);
            assertThat(r.by()).isEqualTo("planner");
            assertThat(r.note()).isEqualTo("a typing error");
            assertThat(r.at()).isPresent();
        });
        assertThat(propose(new Finding(MONDAY, 1_000_000, 120_000, new CorrectionCause.TenTimes(120))))
                .isEqualTo(Outcome.NONE);
        assertThat(propose()).isEqualTo(Outcome.NONE);
    }

    @Test
    void whoDecidesAboutWhatSomebodyElseHasDecidedMeanwhileIsTold() {
        propose(mistyped, shutdown);
        List<Recorded> seen = all();
        decide(seen.subList(0, 1), Standing.PINNED);
        assertThatThrownBy(() -> decide(seen, Standing.REJECTED))
                .isInstanceOfSatisfying(
                        TaktException.class, e -> assertThat(e.reason()).isEqualTo("CORRECTION_DECIDED"));
        assertThat(list(Optional.empty(), Optional.of(Standing.REJECTED))).isEmpty();
    }
}
