package takt.forecast.version;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import takt.engine.model.LevelCause;
import takt.engine.selection.ChoiceCause;
import takt.kernel.BucketCalendar;
import takt.kernel.DemandCategory;
import takt.kernel.UnitCode;

/**
 * The forecast of one part at one site.
 *
 * @param mean one per bucket
 * @param quantiles bucket by bucket, the version's levels ascending in each
 * @param cause why its model was chosen
 * @param level how the model came to its level
 * @param beside what beside the model made the line
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
        ChoiceCause cause,
        double[] scheduleDemand,
        List<LevelCause> level,
        List<LineCause> beside,
        List<Long> corrections) {

    /** How its numbers came about, in reading order. */
    public List<Object> causes() {
        return Stream.<Object>concat(level.stream(), beside.stream()).toList();
    }
}
