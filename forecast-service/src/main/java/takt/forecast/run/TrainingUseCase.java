package takt.forecast.run;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import takt.engine.tribuo.TrainingIdentity;
import takt.forecast.run.port.FactSource;
import takt.forecast.run.port.RunStore;
import takt.forecast.training.DataSnapshot;
import takt.forecast.training.RunState;
import takt.forecast.training.TrainedModels;
import takt.forecast.training.TrainingPlan;
import takt.forecast.training.TrainingRun;
import takt.kit.BusinessClock;
import takt.kit.Caller;
import takt.kit.Category;
import takt.kit.TaktException;

/** Starts and follows training runs. The computing happens on worker threads, one run at a time. */
@ApplicationScoped
public class TrainingUseCase {

    private static final Logger LOG = Logger.getLogger(TrainingUseCase.class);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final FactSource facts;
    private final RunStore runs;
    private final BusinessClock clock;
    private final String build;
    private final long seed;
    private final Map<UUID, TrainingRun> underWay = new ConcurrentHashMap<>();
    private final Map<UUID, Cancellable> cancellables = new ConcurrentHashMap<>();

    TrainingUseCase(
            FactSource facts,
            RunStore runs,
            BusinessClock clock,
            @ConfigProperty(name = "quarkus.application.version") String build,
            @ConfigProperty(name = "takt.seed", defaultValue = "42") long seed) {
        this.facts = facts;
        this.runs = runs;
        this.clock = clock;
        this.build = build;
        this.seed = seed;
    }

    /** Runs that this service left behind when it stopped cannot go on; say so. */
    void onStart(@Observes StartupEvent event) {
        runs.failAbandoned("The service stopped while the run was under way; start it again.")
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    void onStop(@Observes ShutdownEvent event) {
        cancellables.values().forEach(Cancellable::cancel);
    }

    public Uni<TrainingRun> start(UUID requestId, Caller caller) {
        return runs.findByRequest(requestId)
                .chain(before -> before.isPresent()
                        ? Uni.createFrom().item(before.get())
                        : facts.hasDemand()
                                .chain(some -> create(some, requestId, caller))
                                .onFailure()
                                .recoverWithUni(refused -> runs.findByRequest(requestId)
                                        .map(meanwhile -> meanwhile.orElseThrow(() -> unchecked(refused)))));
    }

    private static RuntimeException unchecked(Throwable failure) {
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }

    public Uni<TrainingRun> get(UUID id) {
        TrainingRun live = underWay.get(id);
        return live != null
                ? Uni.createFrom().item(live)
                : runs.find(id)
                        .map(found -> found.orElseThrow(
                                () -> TaktException.notFound("RUN_UNKNOWN", "training run", id.toString())));
    }

    /** The run now and then again and again until it is over; its last state is the last item. */
    public Multi<TrainingRun> watch(UUID id) {
        return Multi.createBy()
                .repeating()
                .uni(() -> get(id))
                .withDelay(PAUSE)
                .whilst(run -> !run.state().isOver());
    }

    private Uni<TrainingRun> create(boolean someDemand, UUID requestId, Caller caller) {
        if (!someDemand) {
            throw new TaktException(
                    Category.PRECONDITION,
                    "NO_DEMAND",
                    "There is no demand to learn from.\nMaybe import demand first.");
        }
        TrainingRun run = new TrainingRun(
                UUID.randomUUID(), RunState.QUEUED, "queued", 0, 0, 0, "", seed, "", List.of(), List.of());
        return runs.create(run, requestId, caller.name())
                .invoke(() -> launch(run))
                .replaceWith(run);
    }

    /** The chain ends in a stored success or a stored failure; a stop of the service cancels it. */
    private void launch(TrainingRun run) {
        underWay.put(run.id(), run.at("read the facts", 0, 0));
        Cancellable cancellable = facts.snapshot()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(snapshot -> new Learnt(snapshot, learn(run, snapshot)))
                .chain(learnt -> runs.succeed(succeeded(run, learnt), learnt.models()))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.errorf(failure, "Training run %s failed", run.id());
                    return storeFailure(run.id(), String.valueOf(failure.getMessage()));
                })
                .onTermination()
                .invoke(() -> {
                    underWay.remove(run.id());
                    cancellables.remove(run.id());
                })
                .subscribe()
                .with(
                        nothing -> LOG.infof("Training run %s is over", run.id()),
                        failure -> LOG.errorf(failure, "The end of training run %s could not be stored", run.id()));
        cancellables.put(run.id(), cancellable);
    }

    /** Tries until the database takes it: a run that stays under way would keep out every later one. */
    private Uni<Void> storeFailure(UUID id, String problem) {
        return Uni.createFrom()
                .deferred(() -> runs.fail(id, problem))
                .onFailure()
                .invoke(failure -> LOG.warnf("The end of training run %s is not stored yet: %s", id, failure))
                .onFailure()
                .retry()
                .withBackOff(PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private TrainedModels learn(TrainingRun run, DataSnapshot snapshot) {
        TrainingIdentity identity = new TrainingIdentity(
                run.id().toString(),
                snapshot.hash(),
                run.seed(),
                build,
                clock.now().atOffset(ZoneOffset.UTC));
        return TrainingPlan.train(
                snapshot,
                clock.today(),
                identity,
                (step, done, total) -> underWay.computeIfPresent(run.id(), (id, live) -> live.at(step, done, total)));
    }

    private static TrainingRun succeeded(TrainingRun run, Learnt learnt) {
        TrainedModels models = learnt.models();
        return new TrainingRun(
                run.id(),
                RunState.SUCCEEDED,
                "done",
                models.count(),
                models.count(),
                models.count(),
                learnt.snapshot().hash(),
                run.seed(),
                "",
                models.accuracy(),
                models.remarks());
    }

    private record Learnt(DataSnapshot snapshot, TrainedModels models) {}

    /** The run if it succeeded; refuses any other. */
    public Uni<TrainingRun> requireSucceeded(UUID id) {
        return get(id).invoke(run -> {
            if (run.state() != RunState.SUCCEEDED) {
                throw new TaktException(
                        Category.PRECONDITION,
                        "RUN_NOT_SUCCEEDED",
                        "The training run (%s) is %s.\nMaybe wait for it, or start another."
                                .formatted(id, run.state()));
            }
        });
    }
}
