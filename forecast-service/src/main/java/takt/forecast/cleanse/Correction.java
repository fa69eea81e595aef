package takt.forecast.cleanse;

import java.math.BigDecimal;

/** A finding on record. */
public record Correction(long id, Subject subject, Finding finding, Standing standing) {

    /** Whether forecasts read it in place of the value that is known. */
    boolean counts(long known) {
        return standing == Standing.PINNED || standing == Standing.ACCEPTED && known == finding.original();
    }

    /** For example {@code C12: 2001-07-30 412 to 655, shutdown}. */
    public String words() {
        return "C%d: %s %s to %s, %s"
                .formatted(
                        id,
                        finding.bucket(),
                        amount(finding.original()),
                        amount(finding.corrected()),
                        finding.method().words());
    }

    static String amount(long thousandths) {
        return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
    }
}
