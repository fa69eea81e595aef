package takt.forecast.usecase.training;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.ScheduledExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import takt.engine.backtest.RatioEstimate;
import takt.engine.backtest.Score;
import takt.engine.model.Interpolated;
import takt.forecast.registry.Drift;
import takt.forecast.snapshot.Horizon;
import takt.forecast.training.FirstStep;
import takt.forecast.training.RunKind;
import takt.forecast.usecase.data.port.Histories;
import takt.forecast.usecase.version.port.VersionStore;
import takt.forecast.version.ForecastLine;
import takt.forecast.version.ForecastVersion;
import takt.kernel.BucketCalendar;
import takt.kit.BusinessClock;

/**
 * Starts training runs by itself, when that is asked for: {@code takt.retrain.cron} names the times, and
 * {@code takt.retrain.drift-every} how often the released forecasts are held against what came. Both are off by
 * default; the log says why a run was started, or was not. What it trains is a challenger; people promote it.
 */
@ApplicationScoped
public class Retrain {

    private static final Logger LOG = Logger.getLogger(Retrain.class);

    private final StartRun starting;
    private final ReadRuns runs;
    private final Histories histories;
    private final VersionStore versions;
    private final BusinessClock clock;

    Retrain(StartRun starting, ReadRuns runs, Histories histories, VersionStore versions, BusinessClock clock) {
        this.starting = starting;
        this.runs = runs;
        this.histories = histories;
        this.versions = versions;
        this.clock = clock;
    }

    /** The same time leads to the same request, also from several replicas. */
    @Scheduled(cron = "${takt.retrain.cron:off}", identity = "retrain", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> onSchedule(ScheduledExecution execution) {
        String time = execution.getScheduledFireTime().toString();
        return start("schedule", time, "the time " + time + " of takt.retrain.cron has come");
    }

    @Scheduled(
            every = "${takt.retrain.drift-every:off}",
            identity = "drift",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> onDrift() {
        return versions.current()
                .chain(version -> version.map(this::check)
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .onFailure()
                .invoke(failure -> LOG.warnf("The released forecasts could not be held against what came: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> check(ForecastVersion.Released version) {
        return runs.get(version.facts().runId())
                .chain(run -> firstSteps(version).chain(now -> {
                    List<Drift.Finding> findings = run.findings().firstSteps().stream()
                            .flatMap((FirstStep then) -> Drift.of(
                                    then.calendar(),
                                    then.wql(),
                                    now.getOrDefault(then.calendar(), RatioEstimate.NOTHING))
                                    .stream())
                            .toList();
                    String why = "version %d, %s".formatted(version.facts().number(), Drift.explain(findings));
                    if (findings.stream().noneMatch(Drift.Finding::drifted)) {
                        LOG.infof("No retraining: %s", findings.isEmpty() ? "too little has come true yet" : why);
                        return Uni.createFrom().voidItem();
                    }
                    return start("drift", version.facts().id().toString(), why);
                }));
    }

    /** The same cause leads to the same run, however often it is seen. */
    private Uni<Void> start(String by, String cause, String why) {
        UUID request = UUID.nameUUIDFromBytes((by + " " + cause).getBytes(StandardCharsets.UTF_8));
        return starting.start(request, RunKind.TRAIN, Optional.empty(), Set.of(), by)
                .invoke(run -> LOG.infof("Retraining on %s, run %s is %s: %s", by, run.id(), run.state(), why))
                .onFailure()
                .invoke(refused -> LOG.warnf("No retraining on %s (%s): %s", by, why, refused.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** Loss of each calendar's first forecast bucket that is over, over the series whose demand is known. */
    private Uni<Map<BucketCalendar, RatioEstimate>> firstSteps(ForecastVersion.Released version) {
        Map<BucketCalendar, RatioEstimate> losses = new EnumMap<>(BucketCalendar.class);
        Map<BucketCalendar, Map<String, Double>> known = new EnumMap<>(BucketCalendar.class);
        return versions.lines(version.facts().id(), "")
                .filter(line -> !line.firstBucket().isAfter(Horizon.origin(line.calendar(), clock.today())))
                .onItem()
                .transformToUniAndConcatenate(line -> demand(known, line)
                        .invoke(demand -> Optional.ofNullable(demand.get(line.part() + " " + line.site()))
                                .ifPresent(actual -> losses.merge(
                                        line.calendar(),
                                        RatioEstimate.NOTHING.plus(
                                                score(version.facts().levels(), line, actual)),
                                        RatioEstimate::plus))))
                .collect()
                .last()
                .replaceWith(losses);
    }

    private Uni<Map<String, Double>> demand(Map<BucketCalendar, Map<String, Double>> known, ForecastLine line) {
        Map<String, Double> read = known.get(line.calendar());
        LocalDate bucket = line.firstBucket();
        return read != null
                ? Uni.createFrom().item(read)
                : histories
                        .demandAt(line.calendar(), bucket)
                        .invoke(found -> known.put(line.calendar(), new HashMap<>(found)));
    }

    private static Score score(double[] levels, ForecastLine line, double actual) {
        double[] quantiles = Arrays.copyOf(line.quantiles(), levels.length);
        return Score.of(new Interpolated(line.mean()[0], levels, quantiles), actual);
    }
}
