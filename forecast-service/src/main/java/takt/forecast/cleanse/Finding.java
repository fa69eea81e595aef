package takt.forecast.cleanse;

import java.time.LocalDate;

/**
 * A value that is not what was demanded.
 *
 * @param bucket first day of the bucket
 * @param original as it came, thousandths of the part's unit
 * @param corrected what would have been demanded, thousandths of the part's unit
 * @param reason one sentence with its figures
 */
public record Finding(LocalDate bucket, Method method, long original, long corrected, String reason) {}
