package takt.engine.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import takt.engine.Examples;
import takt.engine.backtest.Fold;
import takt.engine.backtest.OriginSurvey;
import takt.engine.features.InheritedUsage;
import takt.engine.features.UsageLink;
import takt.engine.hierarchy.GroupHistory;
import takt.engine.model.FittedState;
import takt.engine.model.Prediction;
import takt.engine.model.SeriesContext;
import takt.engine.model.Used;
import takt.engine.series.Succession.Link;
import takt.kernel.BucketCalendar;
import takt.kernel.PartNumber;

class SuccessionTest {

    private static final LocalDate DAY = Examples.JANUARY;
    private static final LocalDate LAST = LocalDate.of(2010, 12, 31);

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
        List<DemandSeries> linked = Succession.of(List.of(link("A", "B", 3)))
                .inherit(List.of(from("A", 0, 10, 11, 12, 2), from("B", 2, 1, 9)));
        assertThat(values(linked, "B")).containsExactly(10, 11, 13, 9);
        assertThat(values(linked, "A")).containsExactly(10, 11, 12, 2);
    }

    @Test
    void aChainCarriesOnWhateverTheOrderOfItsLinks() {
        List<DemandSeries> linked = Succession.of(List.of(link("B", "C", 4), link("A", "B", 2)))
                .inherit(List.of(from("A", 0, 10, 10), from("B", 2, 20, 20), from("C", 4, 30, 30)));
        assertThat(values(linked, "C")).containsExactly(10, 10, 20, 20, 30, 30);
    }

    @Test
    void aSuccessorWithoutDemandHasItsPredecessorsUntilItIsUsed() {
        List<DemandSeries> linked =
                Succession.of(List.of(link("A", "B", 2))).inherit(List.of(from("A", 0, 10, 11, 12)));
        assertThat(values(linked, "B")).containsExactly(10, 11, Double.NaN);
    }

    @Test
    void aReplacedPartKeepsWhatIsDemandedSince() {
        List<DemandSeries> linked = Succession.of(List.of(link("A", "B", 3)))
                .inherit(List.of(from("A", 0, 10, 11, 12, Double.NaN, 2), from("B", 3, 9, 9)));
        DemandSeries old = linked.get(0);
        // in May it is known that workshops still take 2; in April nothing is known yet, in March it was not replaced
        assertThat(old.until(Examples.JANUARY.plusMonths(4)).values()).containsExactly(2);
        assertThat(old.until(Examples.JANUARY.plusMonths(3)).values()).containsExactly(10, 11, 12, Double.NaN);
        assertThat(old.until(Examples.JANUARY.plusMonths(2)).values()).containsExactly(10, 11, 12);
    }

    @Test
    void nothingIsExpectedBeforeAPartIsUsedNorAfterItWasReplaced() {
        // July is the last month known, B takes A's place in September
        List<DemandSeries> linked =
                Succession.of(List.of(link("A", "B", 8))).inherit(List.of(from("A", 0, 10, 10, 10, 10, 10, 10, 10)));
        assertThat(means(linked.get(0))).containsExactly(10, 0, 0);
        assertThat(means(linked.get(1))).containsExactly(0, 10, 10);
    }

    private static double[] means(DemandSeries series) {
        SeriesContext context = new SeriesContext(series.until(Examples.JANUARY.plusMonths(6)), Optional.empty());
        Prediction ten = Prediction.spread(10, 10);
        return Arrays.stream(Used.only(new Prediction[] {ten, ten, ten}, context, FittedState.of("ses", "level", 10)))
                .mapToDouble(Prediction::mean)
                .toArray();
    }

    @Test
    void aModelThatCallsOffTwoMonthsAheadBeginsTwoMonthsEarlier() {
        List<DemandSeries> linked =
                Succession.of(List.of(link("A", "B", 9))).inherit(List.of(from("A", 0, 10, 10, 10, 10, 10, 10, 10)));
        SeriesContext context =
                new SeriesContext(linked.get(1).until(Examples.JANUARY.plusMonths(6)), Optional.empty());
        Prediction ten = Prediction.spread(10, 10);
        Prediction[] held =
                Used.only(new Prediction[] {ten, ten, ten}, context, FittedState.of("schedule-driven", "lead", 1));
        // July is known, B is built in from October on, called off one month ahead: August nothing, September 10
        assertThat(Arrays.stream(held).mapToDouble(Prediction::mean).toArray()).containsExactly(0, 10, 10);
    }

    @Test
    void whatWasStillThePredecessorsIsNotHeldAgainstTheSuccessor() {
        // March is the origin, B takes A's place in May: of April's 10 none was B's to foresee
        List<DemandSeries> linked = Succession.of(List.of(link("A", "B", 4)))
                .inherit(List.of(from("A", 0, 10, 10, 10, 10), from("B", 4, 9, 8)));
        OriginSurvey survey = new OriginSurvey(new Origin.Common(Examples.JANUARY.plusMonths(2)), 3, Optional.empty());
        survey.hear(linked);
        Fold fold = survey.pooling().view().fold(linked);
        assertThat(fold.actuals(1)).containsExactly(Double.NaN, 9, 8);
        assertThat(fold.actuals(0)).containsExactly(10, Double.NaN, Double.NaN);
    }

    @Test
    void aPartThatIsAlwaysUsedOnPaperDoesNotCountTwice() {
        Map<String, List<UsageLink>> usage = InheritedUsage.of(
                Map.of(
                        "A", List.of(new UsageLink("L1", 2, DAY, LAST)),
                        "B", List.of(new UsageLink("L1", 2, DAY, LAST), new UsageLink("L3", 1, DAY, LAST))),
                Succession.of(List.of(link("A", "B", 3))));
        assertThat(usage.get("B"))
                .containsExactly(new UsageLink("L1", 2, DAY, LAST), new UsageLink("L3", 1, DAY, LAST));
        Map<String, List<UsageLink>> late = InheritedUsage.of(
                Map.of("A", List.of(new UsageLink("L1", 2, DAY.plusMonths(5), LAST))),
                Succession.of(List.of(link("A", "B", 3))));
        assertThat(late).doesNotContainKeys("A", "B");
    }

    @Test
    void aGroupCountsAReplacedPartOnceAlsoWhenNothingIsKnownOfItSince() {
        List<DemandSeries> linked = Succession.of(List.of(link("A", "B", 3)))
                .inherit(List.of(from("A", 0, 50, 50, 50), from("B", 3, 50, 50)));
        GroupHistory group = new GroupHistory();
        linked.forEach(s -> group.add(s.until(Examples.JANUARY.plusMonths(4))));
        assertThat(group.series(Examples.key("G")).values()).containsExactly(50, 50, 50, 50, 50);
    }

    @Test
    void vehiclesThatTookThePredecessorCountForTheSuccessor() {
        Map<String, List<UsageLink>> usage = InheritedUsage.of(
                Map.of(
                        "A", List.of(new UsageLink("L1", 2, DAY, LAST), new UsageLink("L2", 1, DAY, LAST)),
                        "B", List.of(new UsageLink("L1", 2, DAY.plusMonths(3), LAST)),
                        "C", List.of(new UsageLink("L1", 5, DAY, LAST))),
                Succession.of(List.of(link("A", "B", 3))));
        LocalDate end = DAY.plusMonths(3).minusDays(1);
        assertThat(usage.get("A")).containsExactly(new UsageLink("L1", 2, DAY, end), new UsageLink("L2", 1, DAY, end));
        assertThat(usage.get("B")).containsExactly(new UsageLink("L1", 2, DAY, LAST), new UsageLink("L2", 1, DAY, end));
        assertThat(usage.get("C")).containsExactly(new UsageLink("L1", 5, DAY, LAST));
    }

    @Test
    void circlesAndForksAreRefusedByName() {
        assertThatThrownBy(() -> Succession.of(List.of(link("A", "B", 1), link("B", "A", 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is its own predecessor");
        assertThatThrownBy(() -> Succession.of(List.of(link("A", "A", 1))))
                .hasMessageContaining("Part (A) is its own predecessor");
        assertThatThrownBy(() -> Succession.of(List.of(link("A", "C", 1), link("B", "C", 2))))
                .hasMessage("Part (C) has two predecessors.");
        assertThatThrownBy(() -> Succession.of(List.of(link("A", "B", 1), link("A", "C", 2))))
                .hasMessage("Part (A) has two successors.");
    }
}
