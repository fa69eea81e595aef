package takt.forecast.usecase.version;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import takt.engine.model.Levels;
import takt.forecast.snapshot.SnapshotDigest;
import takt.forecast.training.TrainingRun;
import takt.forecast.usecase.registry.port.PromotionStore;
import takt.forecast.usecase.training.ReadRuns;
import takt.forecast.usecase.training.port.ShardStore;
import takt.forecast.usecase.training.port.SnapshotSource;
import takt.forecast.usecase.version.port.VersionStore;
import takt.forecast.version.ForecastVersion;
import takt.forecast.version.Forecasts;
import takt.forecast.version.VersionFacts;
import takt.kernel.BucketCalendar;
import takt.kit.BusinessClock;
import takt.kit.caller.Caller;
import takt.kit.error.Category;
import takt.kit.error.TaktException;

/** Forecasts every series with the models of a run, and keeps that as a draft. */
@ApplicationScoped
public class CreateVersion {

    private final SnapshotSource facts;
    private final ShardStore shards;
    private final PromotionStore promotions;
    private final VersionStore versions;
    private final ReadRuns runs;
    private final BusinessClock clock;

    CreateVersion(
            SnapshotSource facts,
            ShardStore shards,
            PromotionStore promotions,
            VersionStore versions,
            ReadRuns runs,
            BusinessClock clock) {
        this.facts = facts;
        this.shards = shards;
        this.promotions = promotions;
        this.versions = versions;
        this.runs = runs;
        this.clock = clock;
    }

    /** @param run the run whose models forecast; the champion's when none is named */
    public Uni<ForecastVersion> create(UUID requestId, Optional<UUID> run, Caller caller) {
        return versions.findByRequest(requestId)
                .chain(before -> before.isPresent()
                        ? Uni.createFrom().item(repeated(before.get(), requestId, run))
                        : run.map(id -> Uni.createFrom().item(id))
                                .orElseGet(this::champion)
                                .chain(runs::requireModels)
                                .chain(models -> compute(models, requestId, caller)));
    }

    private Uni<UUID> champion() {
        return promotions
                .history()
                .map(history -> history.champion()
                        .orElseThrow(() -> new TaktException(
                                Category.PRECONDITION,
                                "NO_CHAMPION",
                                "No training run has succeeded yet.\nMaybe start one.")));
    }

    private static ForecastVersion repeated(ForecastVersion before, UUID requestId, Optional<UUID> run) {
        if (run.isPresent() && !before.facts().runId().equals(run.get())) {
            throw TaktException.reused(
                    "request_id",
                    requestId,
                    "the version of run " + before.facts().runId());
        }
        return before;
    }

    private Uni<ForecastVersion> compute(TrainingRun run, UUID requestId, Caller caller) {
        return facts.moment()
                .chain(moment -> Uni.combine()
                        .all()
                        .unis(facts.fixed(moment), facts.enlisted(run.id()))
                        .asTuple()
                        .chain(read -> {
                            Map<BucketCalendar, Integer> sizes = read.getItem2();
                            SnapshotDigest digest =
                                    new SnapshotDigest(read.getItem1().hash());
                            return Multi.createFrom()
                                    .iterable(sizes.entrySet())
                                    .onItem()
                                    .transformToUniAndConcatenate(calendar -> new CalendarForecast(
                                                    calendar.getKey(),
                                                    calendar.getValue(),
                                                    run.id(),
                                                    moment,
                                                    clock.today(),
                                                    run.order().identity(run.snapshotHash()),
                                                    read.getItem1(),
                                                    facts,
                                                    shards)
                                            .compute(digest))
                                    .collect()
                                    .asList()
                                    .map(all -> all.stream().reduce(Forecasts.NONE, Forecasts::plus))
                                    .chain(forecasts -> versions.create(
                                            facts(run, digest.hex(), forecasts, caller), requestId, forecasts));
                        }));
    }

    private VersionFacts facts(TrainingRun run, String snapshotHash, Forecasts forecasts, Caller caller) {
        return new VersionFacts(
                UUID.randomUUID(),
                0,
                run.id(),
                clock.today(),
                clock.now(),
                caller.name(),
                forecasts.lines().size(),
                Levels.published(),
                snapshotHash,
                run.order().seed(),
                forecasts.remarks());
    }
}
