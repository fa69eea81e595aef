package takt.forecast.cleanse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import takt.engine.series.SeriesKey;
import takt.kernel.BucketCalendar;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;

class ProposalsTest {

    private static final LocalDate MONDAY = LocalDate.of(2001, 4, 2);
    private static final Subject SUBJECT =
            new Subject(new SeriesKey(new PartNumber("A"), new SiteId("BPNS000000000001")), BucketCalendar.ISO_WEEK);

    private static Finding finding(long original, long corrected) {
        return new Finding(MONDAY, original, corrected, new CorrectionCause.TenTimes(corrected / 1000.0));
    }

    /**
     * One value, 1,000 pieces on record, and what a new look says of it. A decision about the value stands even where
     * the look would now correct it to something else.
     */
    @ParameterizedTest
    @CsvSource({
        // on record: corrected to, standing; the look: original, corrected to; what follows
        ",,          1000, 100, added",
        "100, PROPOSED, 1000, 100, nothing",
        "100, PROPOSED, 1000, 120, added and lapsed",
        "100, PROPOSED, ,,         lapsed",
        "100, PROPOSED, 900,  100, added and lapsed",
        "100, LAPSED,   1000, 100, again",
        "100, LAPSED,   1000, 120, added",
        "100, LAPSED,   ,,         nothing",
        "100, ACCEPTED, 1000, 100, nothing",
        "100, ACCEPTED, 1000, 120, nothing",
        "100, ACCEPTED, 900,  100, added",
        "100, REJECTED, 1000, 120, nothing",
        "100, PINNED,   1000, 120, nothing",
        "100, PINNED,   ,,         nothing",
    })
    void whatANewLookMakesOfWhatIsOnRecord(
            @Nullable Long onRecord,
            @Nullable Standing standing,
            @Nullable Long original,
            @Nullable Long corrected,
            String follows) {
        List<Correction> known = standing == null
                ? List.of()
                : List.of(new Correction(
                        1, SUBJECT, finding(1000, Optional.ofNullable(onRecord).orElseThrow()), standing));
        List<Finding> found = original == null || corrected == null ? List.of() : List.of(finding(original, corrected));
        Proposals proposals = Proposals.of(found, known);
        assertThat(proposals.added()).isEqualTo(follows.startsWith("added") ? found : List.of());
        assertThat(proposals.again()).isEqualTo(follows.equals("again") ? known : List.of());
        assertThat(proposals.lapsed()).isEqualTo(follows.endsWith("lapsed") ? known : List.of());
    }
}
