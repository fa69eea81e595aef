package takt.forecast.usecase.version;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import takt.forecast.snapshot.SnapshotDigest;
import takt.forecast.training.TrainingRun;
import takt.forecast.usecase.registry.port.PromotionStore;
import takt.forecast.usecase.training.TrainingUseCase;
import takt.forecast.usecase.training.port.ShardStore;
import takt.forecast.usecase.training.port.SnapshotSource;
import takt.forecast.usecase.version.port.VersionStore;
import takt.forecast.version.ForecastLine;
import takt.forecast.version.ForecastVersion;
import takt.forecast.version.Forecasts;
import takt.forecast.version.GroupLevel;
import takt.forecast.version.GroupLine;
import takt.forecast.version.VersionFacts;
import takt.kernel.BucketCalendar;
import takt.kit.BusinessClock;
import takt.kit.caller.Caller;
import takt.kit.error.Category;
import takt.kit.error.TaktException;

/** Creates, releases and reads forecast versions. */
@ApplicationScoped
public class VersionUseCase {

    private final SnapshotSource facts;
    private final ShardStore shards;
    private final PromotionStore promotions;
    private final VersionStore versions;
    private final TrainingUseCase training;
    private final BusinessClock clock;

    VersionUseCase(
            SnapshotSource facts,
            ShardStore shards,
            PromotionStore promotions,
            VersionStore versions,
            TrainingUseCase training,
            BusinessClock clock) {
        this.facts = facts;
        this.shards = shards;
        this.promotions = promotions;
        this.versions = versions;
        this.training = training;
        this.clock = clock;
    }

    /** @param run the run whose models forecast; the champion's when none is named */
    public Uni<ForecastVersion> create(UUID requestId, Optional<UUID> run, Caller caller) {
        return versions.findByRequest(requestId)
                .chain(before -> before.isPresent()
                        ? Uni.createFrom().item(repeated(before.get(), requestId, run))
                        : run.map(id -> Uni.createFrom().item(id))
                                .orElseGet(this::champion)
                                .chain(training::requireModels)
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

    public Uni<ForecastVersion> get(UUID id) {
        return versions.find(id)
                .map(found -> found.orElseThrow(
                        () -> TaktException.notFound("VERSION_UNKNOWN", "forecast version", id.toString())));
    }

    /** Releases a draft; a version that is released already stays so. */
    public Uni<ForecastVersion> release(UUID id, Caller caller) {
        return get(id).chain(version -> {
            if (version instanceof ForecastVersion.Draft draft) {
                return versions.current()
                        .map(current -> draft.release(current, clock.now(), caller.name()))
                        .chain(versions::release)
                        .chain(() -> get(id));
            }
            if (version instanceof ForecastVersion.Superseded superseded) {
                throw new TaktException(
                        Category.PRECONDITION,
                        "VERSION_SUPERSEDED",
                        "The version (%d) was superseded by %s.\nMaybe create a new one from the same run."
                                .formatted(superseded.facts().number(), superseded.successor()));
            }
            return Uni.createFrom().item(version);
        });
    }

    public Uni<List<ForecastVersion>> list(int belowNumber, int limit) {
        return versions.list(belowNumber, limit);
    }

    public Multi<ForecastLine> lines(UUID id, String part) {
        return get(id).onItem().transformToMulti(version -> versions.lines(id, part));
    }

    /** Those of a level, or of all. */
    public Multi<GroupLine> groups(UUID id, Optional<GroupLevel> level) {
        return get(id).chain(version -> versions.groups(id))
                .onItem()
                .transformToMulti(lines -> Multi.createFrom().iterable(lines))
                .filter(line -> level.isEmpty() || level.get() == line.level());
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
                snapshotHash,
                run.order().seed(),
                forecasts.remarks());
    }
}
