package takt.forecast.version;

import java.time.LocalDate;
import java.util.List;
import takt.kernel.BucketCalendar;
import takt.kernel.DemandCategory;
import takt.kernel.UnitCode;

/**
 * The forecast of one part at one site.
 *
 * @param mean one per bucket
 * @param quantiles bucket by bucket, nine levels in each
 * @param corrections ids of those that the history was read with
 * @param scheduleDemand one per bucket, or empty where no schedule drives the part
 */
public record ForecastLine(
        String part,
        String site,
        BucketCalendar calendar,
        DemandCategory category,
        UnitCode unit,
        LocalDate firstBucket,
        double[] mean,
        double[] quantiles,
        String model,
        String reason,
        double[] scheduleDemand,
        String explanation,
        List<Long> corrections) {}
