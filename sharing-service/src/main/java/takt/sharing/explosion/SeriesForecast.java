package takt.sharing.explosion;

import java.time.LocalDate;
import takt.kernel.BucketCalendar;
import takt.kernel.DemandCategory;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;
import takt.kernel.UnitCode;

/**
 * One series of a forecast version.
 *
 * @param mean one per bucket, in units
 * @param quantiles [bucket][level], never falling
 */
public record SeriesForecast(
        PartNumber part,
        SiteId site,
        BucketCalendar calendar,
        DemandCategory category,
        UnitCode unit,
        LocalDate first,
        double[] mean,
        double[][] quantiles) {}
