package takt.engine.training;

import java.util.Optional;
import java.util.Set;
import takt.engine.backtest.OriginSurvey;
import takt.engine.features.ProgrammeBook;
import takt.engine.model.Forecasters;
import takt.engine.model.Regression;
import takt.engine.series.DemandSeries;
import takt.engine.series.Origin;
import takt.engine.tribuo.TrainingIdentity;

/**
 * What to train: the series of one calendar, up to an origin.
 *
 * @param horizon buckets to forecast, at least 1
 * @param candidates names of the models that may be chosen
 */
public record TrainingTask(
        Optional<ProgrammeBook> programme,
        Origin origin,
        int horizon,
        TrainingIdentity identity,
        Set<String> candidates) {

    /** Origins that are raced: the newest a horizon before the last bucket, the others a horizon apart. */
    public static final int ORIGINS = 3;

    OriginSurvey survey(int horizonsBack, DemandSeries anyOfTheCalendar) {
        return new OriginSurvey(origin.earlier(anyOfTheCalendar, horizon * horizonsBack), horizon, programme);
    }

    /** Those that the candidates rest on; without a schedule there is nothing to learn of schedules. */
    public Set<Regression> regressions() {
        Set<Regression> kinds = Forecasters.regressions(candidates);
        if (programme.isEmpty()) {
            kinds.remove(Regression.SCHEDULE_RATIO);
        }
        return kinds;
    }
}
