package takt.forecast.usecase.training;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import takt.engine.model.Forecasters;
import takt.forecast.training.RunKind;
import takt.forecast.training.RunOrder;
import takt.forecast.training.RunState;
import takt.forecast.training.TrainingRun;
import takt.forecast.usecase.data.port.FactSource;
import takt.forecast.usecase.training.port.RunStore;
import takt.forecast.usecase.training.port.RunStore.Listed;
import takt.forecast.usecase.training.port.SnapshotSource;
import takt.kit.BusinessClock;
import takt.kit.Ids;
import takt.kit.error.Category;
import takt.kit.error.TaktException;
import takt.kit.server.Closing;

/** Orders, follows, cancels and resumes runs; the {@link RunWorker} performs them. */
@ApplicationScoped
public class TrainingUseCase {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final FactSource facts;
    private final SnapshotSource snapshots;
    private final RunStore runs;
    private final RunWorker worker;
    private final BusinessClock clock;
    private final Closing closing;
    private final String build;
    private final long seed;

    TrainingUseCase(
            FactSource facts,
            SnapshotSource snapshots,
            RunStore runs,
            RunWorker worker,
            BusinessClock clock,
            Closing closing,
            @ConfigProperty(name = "quarkus.application.version") String build,
            @ConfigProperty(name = "takt.seed", defaultValue = "42") long seed) {
        this.facts = facts;
        this.snapshots = snapshots;
        this.runs = runs;
        this.worker = worker;
        this.clock = clock;
        this.closing = closing;
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
                        : facts.hasDemand()
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
                ? requireModels(subject.orElseThrow())
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

    public Uni<TrainingRun> get(UUID id) {
        return runs.find(id)
                .map(found -> found.map(worker::live)
                        .orElseThrow(() -> TaktException.notFound("RUN_UNKNOWN", "training run", id.toString())));
    }

    public Uni<List<Listed>> list(long belowOrdinal, int limit) {
        return runs.list(belowOrdinal, limit);
    }

    /** The run now and then again and again until it is over; its last state is the last item. */
    public Multi<TrainingRun> watch(UUID id) {
        return Multi.createBy()
                .repeating()
                .uni(() -> get(id))
                .withDelay(PAUSE)
                .whilst(run -> !run.state().isOver() && !closing.hasBegun());
    }

    public Uni<TrainingRun> cancel(UUID id) {
        return get(id).chain(run -> runs.cancel(id))
                .invoke(() -> worker.stop(id))
                .chain(() -> get(id));
    }

    public Uni<TrainingRun> resume(UUID id) {
        return get(id).chain(run -> {
            if (run.state() == RunState.SUCCEEDED) {
                throw new TaktException(
                        Category.PRECONDITION,
                        "RUN_SUCCEEDED",
                        "The training run (%s) has succeeded; there is nothing left to do.\nMaybe start another."
                                .formatted(id));
            }
            return run.state().isOver()
                    ? runs.requeue(id).invoke(worker::wake).chain(() -> get(id))
                    : Uni.createFrom().item(run);
        });
    }

    /** The run if its models can forecast; refuses any other. */
    public Uni<TrainingRun> requireModels(UUID id) {
        return get(id).invoke(run -> {
            if (!run.hasModels()) {
                throw new TaktException(
                        Category.PRECONDITION,
                        "RUN_NOT_SUCCEEDED",
                        "The run (%s), kind %s, is %s and has no models.\nMaybe wait for it, or start another."
                                .formatted(id, run.order().kind(), run.state()));
            }
        });
    }
}
