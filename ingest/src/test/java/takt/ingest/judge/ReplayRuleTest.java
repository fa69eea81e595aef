package takt.ingest.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import takt.ingest.row.Rejection;

class ReplayRuleTest {

    @ParameterizedTest
    @CsvSource({
        // what is known of the key by now        the row  stands then  counted as
        "NEW,       LANDS,         LANDED,     1/0/0/0", // nothing
        "CHANGED,   LANDS,         LANDED,     1/0/0/0", // something else, from before the row was kept out
        "SAME,      IS_KNOWN,      LANDED,     0/1/0/0", // the same, by another way
        "OVERTAKEN, IS_SUPERSEDED, SUPERSEDED, 0/0/1/0", // something else, and newer
        "DUPLICATE, STAYS,         ,           0/0/0/1" // something else, from the same import
    })
    void theTruthTable(Standing standing, ReplayRule rule, QuarantinedRow.State stands, String counts) {
        assertThat(ReplayRule.of(standing)).isEqualTo(rule);
        assertThat(rule.decided().orElse(null)).isEqualTo(stands);
        Outcome outcome = rule == ReplayRule.STAYS
                ? Outcome.NONE.plus(new Rejection(2, "", "", "DUPLICATE_ROW", ""))
                : Outcome.NONE.plus(rule);
        assertThat("%d/%d/%d/%d"
                        .formatted(outcome.landed(), outcome.unchanged(), outcome.superseded(), outcome.rejected()))
                .isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "100, 100", "250, 100"})
    void ofManyRowsThatStayTheFirstHundredSayWhy(int rows, int reported) {
        Outcome outcome = Outcome.NONE;
        for (int i = 0; i < rows; i++) {
            outcome = outcome.plus(new Rejection(i, "", "", "PART_UNKNOWN", ""));
        }
        assertThat(outcome.rejected()).isEqualTo(rows);
        assertThat(outcome.rejections()).hasSize(reported);
        assertThat(outcome.rejections().get(0).line()).isZero();
    }
}
