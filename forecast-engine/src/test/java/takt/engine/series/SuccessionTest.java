package takt.engine.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import takt.engine.Examples;
import takt.engine.series.Succession.Link;
import takt.kernel.BucketCalendar;
import takt.kernel.PartNumber;

class SuccessionTest {

    private static Link link(String predecessor, String successor, int month) {
        return new Link(new PartNumber(predecessor), new PartNumber(successor), Examples.JANUARY.plusMonths(month));
    }

    private static DemandSeries from(String part, int month, double... values) {
        return new DemandSeries(Examples.key(part), BucketCalendar.MONTH, Examples.JANUARY.plusMonths(month), values);
    }

    private static double[] values(List<DemandSeries> series, String part) {
        return series.stream()
                .filter(s -> s.key().part().value().equals(part))
                .findFirst()
                .orElseThrow()
                .values();
    }

    @Test
    void aSuccessorBeginsWithItsPredecessorsHistory() {
        // B takes A's place in April; a sample of 1 was drawn in March, and A still sells 2 in April
        List<DemandSeries> linked = Succession.inherit(
                List.of(from("A", 0, 10, 11, 12, 2), from("B", 2, 1, 9)), List.of(link("A", "B", 3)));
        assertThat(values(linked, "B")).containsExactly(10, 11, 13, 9);
        assertThat(values(linked, "A")).containsExactly(10, 11, 12, 2);
    }

    @Test
    void aChainCarriesOnWhateverTheOrderOfItsLinks() {
        List<DemandSeries> linked = Succession.inherit(
                List.of(from("A", 0, 10, 10), from("B", 2, 20, 20), from("C", 4, 30, 30)),
                List.of(link("B", "C", 4), link("A", "B", 2)));
        assertThat(values(linked, "C")).containsExactly(10, 10, 20, 20, 30, 30);
    }

    @Test
    void aSuccessorWithoutDemandHasItsPredecessorsUntilItIsUsed() {
        List<DemandSeries> linked = Succession.inherit(List.of(from("A", 0, 10, 11, 12)), List.of(link("A", "B", 2)));
        assertThat(values(linked, "B")).containsExactly(10, 11, Double.NaN);
    }

    @Test
    void circlesAndTwoPredecessorsAreRefusedByName() {
        List<DemandSeries> parts = List.of(from("A", 0, 1), from("B", 0, 1));
        assertThatThrownBy(() -> Succession.inherit(parts, List.of(link("A", "B", 1), link("B", "A", 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is its own predecessor");
        assertThatThrownBy(() -> Succession.inherit(parts, List.of(link("A", "A", 1))))
                .hasMessageContaining("Part (A) is its own predecessor");
        assertThatThrownBy(() -> Succession.inherit(parts, List.of(link("A", "C", 1), link("B", "C", 2))))
                .hasMessage("Part (C) has two predecessors.");
    }
}
