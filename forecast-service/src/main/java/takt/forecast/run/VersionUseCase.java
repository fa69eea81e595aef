package takt.forecast.run;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import takt.forecast.run.port.FactSource;
import takt.forecast.run.port.RunStore;
import takt.forecast.run.port.VersionStore;
import takt.forecast.training.DataSnapshot;
import takt.forecast.training.Horizon;
import takt.forecast.training.PartFacts;
import takt.forecast.training.TrainingRun;
import takt.forecast.version.ForecastLine;
import takt.forecast.version.ForecastVersion;
import takt.forecast.version.VersionComputation;
import takt.forecast.version.VersionComputation.PartKind;
import takt.forecast.version.VersionFacts;
import takt.kernel.BucketCalendar;
import takt.kit.BusinessClock;
import takt.kit.Caller;
import takt.kit.Category;
import takt.kit.TaktException;

/** Creates, releases and reads forecast versions. */
@ApplicationScoped
public class VersionUseCase {

    private final FactSource facts;
    private final RunStore runs;
    private final VersionStore versions;
    private final TrainingUseCase training;
    private final BusinessClock clock;

    VersionUseCase(
            FactSource facts, RunStore runs, VersionStore versions, TrainingUseCase training, BusinessClock clock) {
        this.facts = facts;
        this.runs = runs;
        this.versions = versions;
        this.training = training;
        this.clock = clock;
    }

    public Uni<ForecastVersion> create(UUID requestId, UUID runId, Caller caller) {
        return versions.findByRequest(requestId)
                .chain(before -> before.isPresent()
                        ? Uni.createFrom().item(repeated(before.get(), requestId, runId))
                        : training.requireSucceeded(runId).chain(run -> compute(run, requestId, caller)));
    }

    private static ForecastVersion repeated(ForecastVersion before, UUID requestId, UUID runId) {
        if (!before.facts().runId().equals(runId)) {
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

    private Uni<ForecastVersion> compute(TrainingRun run, UUID requestId, Caller caller) {
        return Uni.combine()
                .all()
                .unis(facts.snapshot(), runs.regressions(run.id()))
                .asTuple()
                .chain(read -> {
                    DataSnapshot snapshot = read.getItem1();
                    Map<BucketCalendar, VersionComputation> computations = new EnumMap<>(BucketCalendar.class);
                    return runs.models(run.id())
                            .emitOn(Infrastructure.getDefaultWorkerPool())
                            .map(model -> computations
                                    .computeIfAbsent(model.getKey(), c -> computation(c, snapshot, read.getItem2()))
                                    .line(model.getValue()))
                            .collect()
                            .asList()
                            .chain(lines ->
                                    versions.create(facts(run, snapshot, lines.size(), caller), requestId, lines));
                });
    }

    private VersionComputation computation(
            BucketCalendar calendar, DataSnapshot snapshot, Map<BucketCalendar, byte[]> regressions) {
        return new VersionComputation(
                snapshot.series().getOrDefault(calendar, List.of()),
                snapshot.programme(calendar),
                Optional.ofNullable(regressions.get(calendar)),
                Horizon.origin(calendar, clock.today()),
                Horizon.of(calendar),
                part -> kind(snapshot, part));
    }

    private static PartKind kind(DataSnapshot snapshot, String part) {
        PartFacts known = snapshot.parts().get(part);
        if (known == null) {
            throw new IllegalStateException("The part (%s) has demand but no master data.".formatted(part));
        }
        return new PartKind(known.unit(), known.category());
    }

    private VersionFacts facts(TrainingRun run, DataSnapshot snapshot, int lines, Caller caller) {
        return new VersionFacts(
                UUID.randomUUID(),
                0,
                run.id(),
                clock.today(),
                clock.now(),
                caller.name(),
                lines,
                snapshot.hash(),
                run.seed());
    }
}
