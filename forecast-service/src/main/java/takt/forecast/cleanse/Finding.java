package takt.forecast.cleanse;

import java.time.LocalDate;

/**
 * A value that is not what was demanded.
 *
 * @param bucket first day of the bucket
 * @param original as it came, thousandths of the part's unit
 * @param corrected what would have been demanded, thousandths of the part's unit
 */
public record Finding(LocalDate bucket, long original, long corrected, CorrectionCause cause) {

    public Method method() {
        return cause.method();
    }
}
