package takt.forecast.usecase.training;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import takt.forecast.training.TrainingRun;
import takt.forecast.usecase.training.port.Claim;
import takt.forecast.usecase.training.port.ClaimLost;
import takt.forecast.usecase.training.port.RunStore;
import takt.forecast.usecase.training.port.ShardStore;
import takt.forecast.usecase.training.port.SnapshotSource;
import takt.kit.db.Lease;
import takt.kit.db.Leases;
import takt.kit.error.Outage;

/**
 * Works on whatever run is under way, one at a time over all replicas of the service, on a thread of its own. A run
 * that a dead service left behind is taken up where it was; so is one that lost its database for a while.
 */
@ApplicationScoped
public class RunWorker {

    private static final Logger LOG = Logger.getLogger(RunWorker.class);
    private static final int LOOK_SECONDS = 5;

    private final Leases leases;
    private final SnapshotSource facts;
    private final RunStore runs;
    private final ShardStore shards;
    private final UUID worker = UUID.randomUUID();
    private final Semaphore wake = new Semaphore(0);
    private final Map<UUID, RunWatcher> underWay = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::loop, "training");
    private volatile boolean closing;

    RunWorker(Leases leases, SnapshotSource facts, RunStore runs, ShardStore shards) {
        this.leases = leases;
        this.facts = facts;
        this.runs = runs;
        this.shards = shards;
    }

    void onStart(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    /** A run stays under way; the next start takes it up. */
    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        closing = true;
        underWay.values().forEach(RunWatcher::stop);
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(10));
    }

    /** There may be something to do. */
    void wake() {
        wake.release();
    }

    /** Stops the run's computing soon, if it happens here. */
    void stop(UUID run) {
        Optional.ofNullable(underWay.get(run)).ifPresent(RunWatcher::stop);
    }

    /** The run with its newest progress, if it is computed here. */
    TrainingRun live(TrainingRun run) {
        RunWatcher watcher = underWay.get(run.id());
        return watcher == null || run.state().isOver() || watcher.progress().total() == 0
                ? run
                : run.at(watcher.progress());
    }

    private void loop() {
        while (!closing) {
            try {
                if (wake.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS)) {
                    wake.drainPermits();
                }
                Waiting.until(leases.tryTake("training")).ifPresent(this::work);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warnf("No run can be worked on now: %s", e);
            }
        }
    }

    private void work(Lease lease) {
        try {
            Waiting.until(runs.claim(worker)).ifPresent(this::perform);
        } finally {
            Waiting.until(lease.release());
        }
    }

    /** An outage leaves the run under way: the next look takes it up, and what it kept is not done again. */
    private void perform(TrainingRun run) {
        RunWatcher watcher = new RunWatcher();
        underWay.put(run.id(), watcher);
        try {
            Optional<TrainingRun> subject = run.order().subject().flatMap(s -> Waiting.until(runs.find(s)));
            new TrainingExecution(run, new Claim(run.id(), worker), subject, facts, runs, shards).perform(watcher);
            LOG.infof("Run %s has succeeded", run.id());
        } catch (CancellationException | ClaimLost stopped) {
            LOG.infof("Run %s was stopped: %s", run.id(), stopped.getMessage());
        } catch (RuntimeException | Error failure) { // an error must end the run, not this thread
            if (watcher.isStopped()) {
                LOG.infof("Run %s was stopped", run.id());
            } else if (Outage.isOne(failure)) {
                LOG.warnf("Run %s pauses: %s", run.id(), failure);
            } else {
                LOG.errorf(failure, "Run %s failed", run.id());
                Waiting.until(runs.fail(run.id(), String.valueOf(failure.getMessage())));
            }
        } finally {
            underWay.remove(run.id());
        }
    }
}
