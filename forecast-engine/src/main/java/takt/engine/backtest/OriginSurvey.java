package takt.engine.backtest;

import java.util.List;
import java.util.Optional;
import takt.engine.features.ProgrammeBook;
import takt.engine.model.PoolStatistics;
import takt.engine.model.RampExperience;
import takt.engine.model.SeriesContext;
import takt.engine.series.DemandSeries;
import takt.engine.series.Origin;

/**
 * Hears all series of a calendar, page by page, and keeps what they say together at one origin: first how usages
 * begin and end; then, read with that, how demand spreads and how schedules come true. No series is kept. The pages
 * of both passes are the same and come in the same order.
 */
public final class OriginSurvey {

    private final OriginView bare;
    private final RampExperience ramp = new RampExperience();
    private int series;
    private int speaking;
    private int longEnough;

    public OriginSurvey(Origin origin, int horizon, Optional<ProgrammeBook> programme) {
        this.bare = new OriginView(origin, horizon, programme, PoolStatistics.of(List.of()), 0, false);
    }

    /** The first pass. */
    public void hear(List<DemandSeries> page) {
        for (SeriesContext context : bare.fold(page).contexts()) {
            series++;
            speaking += PoolStatistics.speaksOfSchedules(context) ? 1 : 0;
            longEnough += context.history().values().length >= bare.horizon() ? 1 : 0;
            ramp.add(context);
        }
    }

    /** Ends the first pass. */
    public Pooling pooling() {
        return new Pooling();
    }

    /** The second pass. */
    public final class Pooling {

        private final Optional<ProgrammeBook> read = bare.programme().map(p -> p.with(ramp.ramp()));
        private final OriginView unpooled =
                new OriginView(bare.origin(), bare.horizon(), read, bare.pool(), series, 2 * longEnough > series);
        private final PoolStatistics.Builder pool = new PoolStatistics.Builder(speaking);

        private Pooling() {}

        public void hear(List<DemandSeries> page) {
            unpooled.fold(page).contexts().forEach(pool::add);
        }

        /** Ends the second pass. */
        public OriginView view() {
            return new OriginView(bare.origin(), bare.horizon(), read, pool.build(), series, unpooled.isOldEnough());
        }
    }
}
