package takt.sharing.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import takt.kernel.Week;
import takt.sharing.publication.Immediate.Asked;
import takt.sharing.publication.Immediate.Basis;

/** Axles of 691, 684, 680 and 740 a week take two phantoms each, two weeks ahead. */
class ImmediateTest {

    private static final Week FIRST = new Week(LocalDate.of(2026, 11, 23));
    private static final long[] DUE = {1_382_000, 1_368_000};
    private static final long[] WEEKS = {1_360_000, 1_480_000, 0, 0};

    @Test
    void aSupplierWhoWasNeverAskedOwesAllThatWasDue() {
        Immediate first = Immediate.of(DUE, FIRST, Optional.empty(), 0);
        assertThat(first.thousandths()).isEqualTo(2_750_000);
        assertThat(first.basis()).isEqualTo(Basis.NOTHING_ASKED_BEFORE);
        assertThat(first.week(0)).isEqualTo(new Week(LocalDate.of(2026, 11, 9)));
        assertThat(first.week(1)).isEqualTo(new Week(LocalDate.of(2026, 11, 16)));
    }

    /** A week later 1368 and 1360 were due: the one was asked for as due, the other as week 0. */
    @Test
    void whatWasAskedForBeforeIsNotOrderedTwice() {
        Immediate next = Immediate.of(
                new long[] {1_368_000, 1_360_000}, FIRST.plus(1), Optional.of(new Asked(FIRST, WEEKS, DUE)), 0);
        assertThat(next.thousandths()).isZero();
        assertThat(next.basis()).isEqualTo(Basis.EARLIER_WEEKS_CALLED_OFF);
        assertThat(next.due()).containsExactly(1_368_000, 1_360_000);
    }

    @Test
    void whatIsNeededMoreThanWasAskedForIsOpenInWholePacks() {
        Immediate next = Immediate.of(
                new long[] {1_368_000, 1_371_000}, FIRST.plus(1), Optional.of(new Asked(FIRST, WEEKS, DUE)), 5_000);
        assertThat(next.thousandths()).isEqualTo(15_000); // 11 pieces more, packs of 5
    }

    @Test
    void aPublicationLongAgoAskedForItsLaterWeeks() {
        Immediate later =
                Immediate.of(new long[] {0, 1_480_000}, FIRST.plus(2), Optional.of(new Asked(FIRST, WEEKS, DUE)), 0);
        assertThat(later.thousandths()).isZero();
        Immediate tooLate = Immediate.of(
                new long[] {700_000, 700_000}, FIRST.plus(9), Optional.of(new Asked(FIRST, WEEKS, DUE)), 0);
        assertThat(tooLate.thousandths()).isEqualTo(1_400_000);
    }
}
