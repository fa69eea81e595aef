package takt.forecast.usecase.version;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import takt.engine.backtest.OriginSurvey;
import takt.engine.backtest.OriginView;
import takt.engine.series.Origin;
import takt.engine.tribuo.Regressions;
import takt.engine.tribuo.TrainingIdentity;
import takt.forecast.snapshot.FixedFacts;
import takt.forecast.snapshot.Horizon;
import takt.forecast.snapshot.Shard;
import takt.forecast.snapshot.SnapshotDigest;
import takt.forecast.usecase.training.port.ShardStore;
import takt.forecast.usecase.training.port.ShardStore.Piece;
import takt.forecast.usecase.training.port.SnapshotSource;
import takt.forecast.version.ForecastLine;
import takt.forecast.version.Forecasts;
import takt.forecast.version.GroupComputation;
import takt.forecast.version.VersionComputation;
import takt.forecast.version.VersionRemarks;
import takt.kernel.BucketCalendar;

/** Forecasts one calendar of a run's series from the facts known at a moment: twice through all shards, one at a time. */
record CalendarForecast(
        BucketCalendar calendar,
        int size,
        UUID run,
        Instant moment,
        LocalDate businessDate,
        TrainingIdentity identity,
        FixedFacts fixed,
        SnapshotSource facts,
        ShardStore shards) {

    /** @param digest takes the demand that was read */
    Uni<Forecasts> compute(SnapshotDigest digest) {
        OriginSurvey survey = new OriginSurvey(
                new Origin.Common(Horizon.origin(calendar, businessDate)),
                Horizon.of(calendar),
                fixed.programme(calendar));
        VersionRemarks remarks = new VersionRemarks(calendar, Horizon.origin(calendar, businessDate));
        GroupComputation groups = new GroupComputation(Horizon.of(calendar), identity, fixed.parts());
        return pages().invoke(shard -> {
                    survey.hear(shard.demand());
                    digest.add(shard.demand());
                })
                .collect()
                .last()
                .chain(() -> shards.regressions(run, new Piece(calendar, 0)))
                .chain(regressions -> {
                    OriginView now = survey.pooling().view(); // forecasting needs no pool, only the ramps
                    VersionComputation computation = new VersionComputation(
                            now,
                            regressions.map(Regressions::fromBytes).orElse(Regressions.NONE),
                            fixed.parts(),
                            fixed.plants());
                    return pages().onItem()
                            .transformToUniAndConcatenate(
                                    shard -> shards.models(run, new Piece(calendar, shard.number()))
                                            .emitOn(Infrastructure.getDefaultWorkerPool())
                                            .map(models -> computation.lines(shard, models, groups, remarks)))
                            .collect()
                            .in(ArrayList<ForecastLine>::new, List::addAll);
                })
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(lines -> new Forecasts(List.copyOf(lines), groups.lines(), remarks.sentences()));
    }

    private Multi<Shard> pages() {
        return Multi.createFrom()
                .range(0, Shard.count(size))
                .onItem()
                .transformToUniAndConcatenate(n -> facts.shard(run, calendar, n, moment, fixed))
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }
}
