package takt.forecast.version;

import java.time.LocalDate;
import takt.engine.selection.ChoiceCause;
import takt.kernel.BucketCalendar;
import takt.kernel.UnitCode;

/**
 * The forecast of what several series add up to. Only what has one unit and one calendar is added.
 *
 * @param name name of the family or site; empty for all
 * @param parts how many series it is made of
 * @param mean one per bucket, the sum of the series' means
 * @param quantiles bucket by bucket, the version's levels ascending in each
 * @param model the model that gives the spread
 * @param cause why it was chosen
 */
public record GroupLine(
        GroupLevel level,
        String name,
        BucketCalendar calendar,
        UnitCode unit,
        int parts,
        LocalDate firstBucket,
        double[] mean,
        double[] quantiles,
        String model,
        ChoiceCause cause) {}
