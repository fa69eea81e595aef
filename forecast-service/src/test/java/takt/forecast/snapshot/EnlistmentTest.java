package takt.forecast.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import takt.engine.series.SeriesKey;
import takt.engine.series.Succession;
import takt.engine.series.Succession.Link;
import takt.forecast.snapshot.Enlistment.History;
import takt.forecast.snapshot.Enlistment.Use;
import takt.kernel.BucketCalendar;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;

/** The business date is Monday 2 April 2001: the last day known is 1 April, the last week 26 March, the last month March. */
class EnlistmentTest {

    private static final String NORTH = "BPNS00000000NORD";
    private static final String SOUTH = "BPNS00000000SUED";
    private static final Enlistment ENLISTMENT = new Enlistment(Map.of(
            BucketCalendar.DAY, LocalDate.of(2001, 4, 1),
            BucketCalendar.ISO_WEEK, LocalDate.of(2001, 3, 26),
            BucketCalendar.MONTH, LocalDate.of(2001, 3, 1)));

    private static History history(String part, String site, BucketCalendar calendar, String last) {
        return new History(new SeriesKey(new PartNumber(part), new SiteId(site)), calendar, LocalDate.parse(last));
    }

    private static Use use(String part, String site, String until) {
        return new Use(new PartNumber(part), site, BucketCalendar.MONTH, LocalDate.parse(until));
    }

    private static Link link(String predecessor, String successor) {
        return new Link(new PartNumber(predecessor), new PartNumber(successor), LocalDate.of(2001, 1, 1));
    }

    /** For example {@code MONTH A NORD}. */
    private static List<String> chosen(List<History> histories, List<Link> links, List<Use> uses) {
        List<String> lines = new ArrayList<>();
        ENLISTMENT
                .choose(histories, Succession.of(links), uses)
                .forEach((calendar, series) -> series.forEach(key -> lines.add("%s %s %s"
                        .formatted(calendar, key.part(), key.site().value().substring(12)))));
        return lines;
    }

    @Test
    void ofTwoCalendarsTheOneThatReachesFurtherCounts() {
        // the month of March ends on 31 March, the week of 26 March on 1 April
        assertThat(chosen(
                        List.of(
                                history("A", NORTH, BucketCalendar.MONTH, "2001-03-01"),
                                history("A", NORTH, BucketCalendar.ISO_WEEK, "2001-03-26")),
                        List.of(),
                        List.of()))
                .containsExactly("ISO_WEEK A NORD");
        assertThat(chosen(
                        List.of(
                                history("A", NORTH, BucketCalendar.MONTH, "2001-03-01"),
                                history("A", NORTH, BucketCalendar.ISO_WEEK, "2001-03-19")),
                        List.of(),
                        List.of()))
                .containsExactly("MONTH A NORD");
    }

    @Test
    void whereBothEndTogetherTheFinerOneCountsAndEachSiteIsByItself() {
        assertThat(chosen(
                        List.of(
                                history("A", NORTH, BucketCalendar.ISO_WEEK, "2001-03-26"),
                                history("A", NORTH, BucketCalendar.DAY, "2001-04-01"),
                                history("A", SOUTH, BucketCalendar.ISO_WEEK, "2001-03-26")),
                        List.of(),
                        List.of()))
                .containsExactly("DAY A NORD", "ISO_WEEK A SUED");
    }

    @Test
    void aSuccessorHasTheHistoryOfAllBeforeItAndItsOwnCountsFirst() {
        List<Link> links = List.of(link("A", "B"), link("B", "C"));
        assertThat(chosen(List.of(history("A", NORTH, BucketCalendar.ISO_WEEK, "2001-03-26")), links, List.of()))
                .containsExactly("ISO_WEEK A NORD", "ISO_WEEK B NORD", "ISO_WEEK C NORD");
        assertThat(chosen(
                        List.of(
                                history("A", NORTH, BucketCalendar.ISO_WEEK, "2001-03-26"),
                                history("C", NORTH, BucketCalendar.MONTH, "2001-01-01")),
                        links,
                        List.of()))
                .contains("MONTH C NORD")
                .doesNotContain("ISO_WEEK C NORD");
    }

    @Test
    void aPartWithoutAHistoryIsForecastWhereItWillBeNeededIfThatIsOneSite() {
        assertThat(chosen(List.of(), List.of(), List.of(use("NEW", NORTH, "2001-12-31"))))
                .containsExactly("MONTH NEW NORD");
        assertThat(chosen(
                        List.of(),
                        List.of(),
                        List.of(use("NEW", NORTH, "2001-12-31"), use("NEW", SOUTH, "2001-12-31"))))
                .isEmpty();
        assertThat(chosen(List.of(), List.of(), List.of(use("NEW", "", "2001-12-31"))))
                .isEmpty();
        // the south needed it until February: over when the forecast begins
        assertThat(chosen(
                        List.of(),
                        List.of(),
                        List.of(use("NEW", NORTH, "2001-12-31"), use("NEW", SOUTH, "2001-02-28"))))
                .containsExactly("MONTH NEW NORD");
        assertThat(chosen(
                        List.of(history("NEW", SOUTH, BucketCalendar.DAY, "2001-04-01")),
                        List.of(),
                        List.of(use("NEW", NORTH, "2001-12-31"))))
                .containsExactly("DAY NEW SUED");
    }
}
