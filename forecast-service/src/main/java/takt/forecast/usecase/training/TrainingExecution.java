package takt.forecast.usecase.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import takt.engine.series.Origin;
import takt.engine.training.OriginPass;
import takt.engine.training.TrainingTask;
import takt.engine.tribuo.TrainingIdentity;
import takt.forecast.snapshot.FixedFacts;
import takt.forecast.snapshot.Horizon;
import takt.forecast.snapshot.Shard;
import takt.forecast.snapshot.SnapshotDigest;
import takt.forecast.training.AccuracyFigure;
import takt.forecast.training.FirstStep;
import takt.forecast.training.ModelFile;
import takt.forecast.training.RunFindings;
import takt.forecast.training.RunKind;
import takt.forecast.training.RunOrder;
import takt.forecast.training.RunProgress;
import takt.forecast.training.RunState;
import takt.forecast.training.TrainingRun;
import takt.forecast.usecase.training.RunWork.Stage;
import takt.forecast.usecase.training.port.Claim;
import takt.forecast.usecase.training.port.RunStore;
import takt.forecast.usecase.training.port.ShardStore;
import takt.forecast.usecase.training.port.ShardStore.Piece;
import takt.forecast.usecase.training.port.SnapshotSource;
import takt.kernel.BucketCalendar;

/** Performs one claimed run from wherever it stands to its end, on the thread that calls it. */
final class TrainingExecution {

    private final TrainingRun run;
    private final RunOrder order;
    private final Claim claim;
    private final Optional<TrainingRun> subject;
    private final SnapshotSource facts;
    private final RunStore runs;
    private final ShardStore store;

    /** @param subject the run that is reproduced, if this one does that */
    TrainingExecution(
            TrainingRun run,
            Claim claim,
            Optional<TrainingRun> subject,
            SnapshotSource facts,
            RunStore runs,
            ShardStore store) {
        this.run = run;
        this.order = run.order();
        this.claim = claim;
        this.subject = subject;
        this.facts = facts;
        this.runs = runs;
        this.store = store;
    }

    /** The run at its end, which is kept by then. */
    TrainingRun perform(RunWatcher watcher) {
        FixedFacts fixed = Waiting.until(facts.fixed(order.knownAt()));
        Map<BucketCalendar, Integer> sizes = enlist(fixed);
        RunWork work = new RunWork(sizes, order.kind() != RunKind.BACKTEST, watcher::isStopped, watcher::at);
        Map<BucketCalendar, Shards> shards = new EnumMap<>(BucketCalendar.class);
        sizes.forEach((calendar, size) -> shards.put(calendar, new Shards(calendar, Shard.count(size), fixed)));
        SnapshotDigest digest = new SnapshotDigest(fixed.hash());
        Map<BucketCalendar, OriginPass> grounds = new EnumMap<>(BucketCalendar.class);
        shards.forEach((calendar, pages) -> {
            // what the models remember is not known before all facts are read; surveys do not need it
            OriginPass pass = new OriginPass(task(calendar, fixed, ""));
            for (int n = 0; n < pages.count(); n++) {
                Shard shard = pages.read(n);
                pass.hear(shard.demand());
                digest.add(shard.demand());
                work.did(Stage.READ, shard.series().size());
            }
            grounds.put(calendar, pass);
        });
        String hash = digest.hex();
        requireSameFacts(hash);
        List<AccuracyFigure> accuracy = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        List<FirstStep> firstSteps = new ArrayList<>();
        grounds.forEach((calendar, pass) -> {
            CalendarTraining training = new CalendarTraining(
                    calendar,
                    task(calendar, fixed, hash),
                    claim,
                    Optional.ofNullable(shards.get(calendar)).orElseThrow(),
                    store,
                    work);
            training.perform(order.kind(), pass, (piece, models) -> keep(piece, models, work));
            accuracy.addAll(training.accuracy());
            remarks.addAll(training.remarks());
            training.firstStep().ifPresent(firstSteps::add);
        });
        return end(sizes, hash, accuracy, remarks, firstSteps);
    }

    private Map<BucketCalendar, Integer> enlist(FixedFacts fixed) {
        Map<BucketCalendar, java.time.LocalDate> origins = new EnumMap<>(BucketCalendar.class);
        Arrays.stream(BucketCalendar.values()).forEach(c -> origins.put(c, Horizon.origin(c, order.businessDate())));
        Waiting.until(facts.enlist(order.id(), order.knownAt(), fixed, origins));
        return new TreeMap<>(Waiting.until(facts.enlisted(order.id())));
    }

    private TrainingTask task(BucketCalendar calendar, FixedFacts fixed, String hash) {
        return new TrainingTask(
                fixed.programme(calendar),
                new Origin.Common(Horizon.origin(calendar, order.businessDate())),
                Horizon.of(calendar),
                identity(hash),
                order.candidates());
    }

    /** A reproduction's models must remember what its subject's do, or they could not be the same. */
    private TrainingIdentity identity(String hash) {
        return subject.map(TrainingRun::order).orElse(order).identity(hash);
    }

    private void requireSameFacts(String hash) {
        if (run.snapshotHash().isEmpty()) {
            Waiting.until(runs.keepSnapshot(claim, hash));
        } else if (!run.snapshotHash().equals(hash)) {
            throw new IllegalStateException(
                    "The facts known at %s had the hash %s when the run began and have %s now.\nMaybe start another run."
                            .formatted(order.knownAt(), run.snapshotHash(), hash));
        }
    }

    private void keep(Piece piece, List<ModelFile> models, RunWork work) {
        RunProgress progress = work.now(Stage.FIT);
        if (subject.isEmpty()) {
            Waiting.until(store.keepModels(claim, piece, models, progress));
        } else {
            Waiting.until(
                    store.keepReproduction(claim, piece, check(subject.get()).compared(piece, models), progress));
        }
    }

    private ReproductionCheck check(TrainingRun before) {
        return new ReproductionCheck(before, order, store);
    }

    private TrainingRun end(
            Map<BucketCalendar, Integer> sizes,
            String hash,
            List<AccuracyFigure> accuracy,
            List<String> remarks,
            List<FirstStep> firstSteps) {
        int series = order.kind() == RunKind.BACKTEST
                ? 0
                : sizes.values().stream().mapToInt(Integer::intValue).sum();
        RunFindings findings = new RunFindings(
                accuracy,
                order.kind() == RunKind.TRAIN ? Waiting.until(store.choices(order.id())) : List.of(),
                remarks,
                firstSteps,
                subject.map(before -> check(before).all(sizes, hash)));
        TrainingRun end = new TrainingRun(
                order, RunState.SUCCEEDED, new RunProgress("done", series, series), series, 0, hash, "", findings);
        Waiting.until(runs.succeed(claim, end));
        return end;
    }

    /** Pages of a calendar, read when they are needed. */
    private final class Shards implements CalendarTraining.Shards {

        private final BucketCalendar calendar;
        private final int count;
        private final FixedFacts fixed;

        Shards(BucketCalendar calendar, int count, FixedFacts fixed) {
            this.calendar = calendar;
            this.count = count;
            this.fixed = fixed;
        }

        @Override
        public int count() {
            return count;
        }

        @Override
        public Shard read(int number) {
            return Waiting.until(facts.shard(order.id(), calendar, number, order.knownAt(), fixed));
        }
    }
}
