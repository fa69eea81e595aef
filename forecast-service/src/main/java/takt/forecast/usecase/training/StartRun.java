package takt.forecast.usecase.training;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import takt.engine.model.Forecasters;
import takt.forecast.training.RunKind;
import takt.forecast.training.RunOrder;
import takt.forecast.training.TrainingRun;
import takt.forecast.usecase.data.port.Histories;
import takt.forecast.usecase.training.port.RunStore;
import takt.forecast.usecase.training.port.SnapshotSource;
import takt.kit.BusinessClock;
import takt.kit.Ids;
import takt.kit.error.Category;
import takt.kit.error.TaktException;

/** Orders runs; the {@link RunWorker} performs them. */
@ApplicationScoped
public class StartRun {

    private final Histories histories;
    private final SnapshotSource snapshots;
    private final RunStore runs;
    private final RunWorker worker;
    private final ReadRuns reading;
    private final BusinessClock clock;
    private final String build;
    private final long seed;

    StartRun(
            Histories histories,
            SnapshotSource snapshots,
            RunStore runs,
            RunWorker worker,
            ReadRuns reading,
            BusinessClock clock,
            @ConfigProperty(name = "quarkus.application.version") String build,
            @ConfigProperty(name = "takt.seed", defaultValue = "42") long seed) {
        this.histories = histories;
        this.snapshots = snapshots;
        this.runs = runs;
        this.worker = worker;
        this.reading = reading;
        this.clock = clock;
        this.build = build + " on Java " + Runtime.version().feature();
        this.seed = seed;
    }

    /**
     * @param subject the run to reproduce, with that kind only
     * @param models names of the models that may be chosen; empty means all
     * @param by who asks
     */
    public Uni<TrainingRun> start(UUID requestId, RunKind kind, Optional<UUID> subject, Set<String> models, String by) {
        Set<String> candidates = candidates(models);
        return runs.findByRequest(requestId)
                .chain(before -> before.isPresent()
                        ? Uni.createFrom().item(repeated(before.get(), requestId, kind, subject, candidates))
                        : histories
                                .hasDemand()
                                .chain(some -> order(some, kind, subject, candidates, by))
                                .chain(order -> create(order, requestId))
                                .onFailure()
                                .recoverWithUni(refused -> runs.findByRequest(requestId)
                                        .map(meanwhile -> meanwhile.orElseThrow(() -> unchecked(refused)))));
    }

    /** A reproduction takes its candidates from its subject. */
    private static TrainingRun repeated(
            TrainingRun before, UUID requestId, RunKind kind, Optional<UUID> subject, Set<String> candidates) {
        RunOrder order = before.order();
        if (order.kind() != kind
                || !order.subject().equals(subject)
                || kind != RunKind.REPRODUCE && !order.candidates().equals(candidates)) {
            throw TaktException.reused("request_id", requestId, "the run " + before.id());
        }
        return before;
    }

    private static RuntimeException unchecked(Throwable failure) {
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }

    private static Set<String> candidates(Set<String> models) {
        Set<String> all = new TreeSet<>(Forecasters.candidates());
        for (String model : models) {
            if (!all.contains(model)) {
                throw TaktException.invalid(
                        "MODEL_UNKNOWN",
                        "models",
                        "There is no model (%s) to choose.%nMaybe one of %s.".formatted(Ids.cut(model), all));
            }
        }
        return models.isEmpty() ? all : models;
    }

    private Uni<RunOrder> order(
            boolean someDemand, RunKind kind, Optional<UUID> subject, Set<String> candidates, String by) {
        if (!someDemand) {
            throw new TaktException(
                    Category.PRECONDITION,
                    "NO_DEMAND",
                    "There is no demand to learn from.\nMaybe import demand first.");
        }
        Instant now = clock.now().truncatedTo(ChronoUnit.MICROS); // what the database keeps
        return kind == RunKind.REPRODUCE
                ? reading.requireModels(subject.orElseThrow())
                        .map(run -> new RunOrder(
                                UUID.randomUUID(),
                                kind,
                                subject,
                                run.order().businessDate(),
                                run.order().knownAt(),
                                run.order().seed(),
                                build,
                                run.order().candidates(),
                                now,
                                by))
                : snapshots
                        .moment()
                        .map(moment -> new RunOrder(
                                UUID.randomUUID(),
                                kind,
                                Optional.empty(),
                                clock.today(),
                                moment,
                                seed,
                                build,
                                candidates,
                                now,
                                by));
    }

    private Uni<TrainingRun> create(RunOrder order, UUID requestId) {
        return runs.create(order, requestId).invoke(worker::wake).replaceWith(TrainingRun.queued(order));
    }
}
