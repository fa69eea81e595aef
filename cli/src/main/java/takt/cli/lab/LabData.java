package takt.cli.lab;

import java.util.List;
import java.util.Optional;
import takt.engine.Training;
import takt.engine.features.ProgrammeBook;
import takt.engine.series.DemandSeries;
import takt.engine.series.Origin;
import takt.kernel.BucketCalendar;

/** What was read: series of one calendar in the order of their names, and the schedules that drive them. */
record LabData(BucketCalendar calendar, List<DemandSeries> series, Optional<ProgrammeBook> programme) {

    /** What trains them up to an origin. */
    Training training(LabOptions lab, Origin origin) {
        return new Training(
                series, programme, origin, lab.horizon, lab.identity(), lab.candidates(), (step, done, total) -> {});
    }
}
