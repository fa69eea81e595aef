package takt.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import takt.kernel.BucketCalendar;

class RawRowTest {

    private static final List<String> COLUMNS = List.of("month", "demand");

    private static RawRow row(String month, String demand) {
        return new RawRow(7, COLUMNS, List.of(month, demand));
    }

    private static Rejection rejection(Runnable read) {
        return catchThrowableOfType(RowFault.class, read::run).rejection();
    }

    @Test
    void aGoodRowIsRead() {
        assertThat(row("2001-03", "412").thousandths("demand")).isEqualTo(412_000);
        assertThat(row("2001-03", "0.125").thousandths("demand")).isEqualTo(125);
        assertThat(row("2001-03", "1").bucket("month", BucketCalendar.MONTH)).hasToString("2001-03-01");
    }

    @ParameterizedTest
    @CsvSource({
        "-412, NEGATIVE_QUANTITY",
        "abc, NOT_A_NUMBER",
        "'1,5', NOT_A_NUMBER",
        "1e5, NOT_A_NUMBER",
        "NaN, NOT_A_NUMBER",
        "0.0001, QUANTITY_TOO_FINE",
        "99999999999999, QUANTITY_TOO_LARGE",
        "'', VALUE_MISSING"
    })
    void aBadQuantityIsRejectedWithLineColumnValueAndReason(String demand, String reason) {
        Rejection rejection = rejection(() -> row("2001-03", demand).thousandths("demand"));
        assertThat(rejection)
                .returns(7L, Rejection::line)
                .returns("demand", Rejection::column)
                .returns(demand, Rejection::value)
                .returns(reason, Rejection::reason);
        assertThat(rejection.help()).isNotBlank();
    }

    @Test
    void aNumberThatIsTooLongIsToldSo() {
        assertThat(rejection(() -> row("2001-03", "99999999999999999999").thousandths("demand"))
                        .help())
                .contains("at most 15 digits");
        assertThat(rejection(() -> row("2001-03", "1,234,567").thousandths("demand"))
                        .help())
                .contains("without thousands separators");
    }

    @ParameterizedTest
    @CsvSource({
        "2001-13, DATE_INVALID",
        "2001-02-30, DATE_INVALID",
        "03/2001, DATE_INVALID",
        "31.03.2001, DATE_INVALID",
        "03/31/2001, DATE_INVALID",
        "2001.03, DATE_INVALID",
        "0001-01, DATE_OUT_OF_RANGE",
        "2001-03-02, NOT_A_BUCKET"
    })
    void aBadMonthIsRejected(String month, String reason) {
        assertThat(rejection(() -> row(month, "1").bucket("month", BucketCalendar.MONTH))
                        .reason())
                .isEqualTo(reason);
    }

    @Test
    void aTuesdayIsToldItsMonday() {
        RawRow row = new RawRow(2, List.of("week"), List.of("2001-04-03"));
        assertThat(rejection(() -> row.bucket("week", BucketCalendar.ISO_WEEK)).help())
                .contains("2001-04-02");
    }

    @Test
    void aWeekMayHaveItsIsoName() {
        assertThat(week("2001-W14")).hasToString("2001-04-02");
        assertThat(week("2004-W53")).hasToString("2004-12-27");
        assertThat(rejection(() -> week("2001-W53")).help()).contains("W01 to W52");
        assertThat(rejection(() -> week("2001-W00")).reason()).isEqualTo("DATE_INVALID");
        assertThat(rejection(() -> week("1949-W20")).reason()).isEqualTo("DATE_OUT_OF_RANGE");
    }

    private static java.time.LocalDate week(String text) {
        return new RawRow(2, List.of("week"), List.of(text)).bucket("week", BucketCalendar.ISO_WEEK);
    }

    @Test
    void aMonthIsNoWeekAndNoDay() {
        assertThat(rejection(() -> week("2024-04")).reason()).isEqualTo("NOT_A_BUCKET");
        RawRow row = new RawRow(2, List.of("day"), List.of("2024-05"));
        assertThat(rejection(() -> row.bucket("day", BucketCalendar.DAY)).reason())
                .isEqualTo("NOT_A_BUCKET");
    }

    @Test
    void theDaysOnWhichClocksChangeAreDaysLikeAnyOther() {
        RawRow row = new RawRow(2, List.of("day"), List.of("2001-03-25"));
        assertThat(row.bucket("day", BucketCalendar.DAY)).hasToString("2001-03-25");
    }

    @Test
    void aRowWithAnotherNumberOfCellsIsMalformed() {
        assertThat(rejection(() -> new RawRow(3, COLUMNS, List.of("2001-03"))).reason())
                .isEqualTo("MALFORMED_ROW");
    }

    @Test
    void whateverACellHoldsItIsReadOrRejectedAndNothingElse() {
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder cell = new StringBuilder();
            for (int c = random.nextInt(30); c > 0; c--) {
                cell.append(
                        random.nextInt(4) == 0
                                ? (char) random.nextInt(0xFFFF)
                                : "0123456789.-+eE, ".charAt(random.nextInt(17)));
            }
            String text = cell.toString();
            try {
                assertThat(row("2001-03", text).thousandths("demand")).isNotNegative();
            } catch (RowFault expected) {
                assertThat(expected.rejection().reason()).isNotBlank();
            }
            try {
                assertThat(row(text, "1").date("month").getYear()).isBetween(1950, 2150);
            } catch (RowFault expected) {
                assertThat(expected.rejection().reason()).isNotBlank();
            }
        }
    }
}
