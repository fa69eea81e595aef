package takt.forecast.usecase.training;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import takt.engine.training.TrainingTask;
import takt.forecast.training.RunProgress;
import takt.kernel.BucketCalendar;

/** Counts a run's work and ends it when it should stop. Called from many threads. */
final class RunWork {

    /** Units of work a series is worth in a stage; a race tries every model, the others one or none. */
    enum Stage {
        READ("read the facts", 1),
        POOL("what all parts say together", 1),
        REGRESSION("regression over all parts", 2),
        RACE("backtest", 12),
        SPREAD("check the spread", 3),
        FIT("fit", 2);

        private final String step;
        private final long weight;

        Stage(String step, long weight) {
            this.step = step;
            this.weight = weight;
        }
    }

    private final long total;
    private final BooleanSupplier isStopped;
    private final Consumer<RunProgress> listener;
    private final AtomicLong done = new AtomicLong();

    RunWork(
            Map<BucketCalendar, Integer> series,
            boolean fits,
            BooleanSupplier isStopped,
            Consumer<RunProgress> listener) {
        long all = series.values().stream().mapToLong(Integer::longValue).sum();
        long origins = TrainingTask.ORIGINS;
        long backtest = Stage.READ.weight + Stage.POOL.weight + origins * (Stage.REGRESSION.weight + Stage.RACE.weight);
        long fit = Stage.REGRESSION.weight + Stage.SPREAD.weight + Stage.FIT.weight;
        this.total = all * (backtest + (fits ? fit : 0));
        this.isStopped = isStopped;
        this.listener = listener;
    }

    /** So many series are through a stage. */
    void did(Stage stage, long series) {
        if (isStopped.getAsBoolean()) {
            throw new CancellationException("The run should stop.");
        }
        listener.accept(new RunProgress(stage.step, Math.min(done.addAndGet(series * stage.weight), total), total));
    }

    RunProgress now(Stage stage) {
        return new RunProgress(stage.step, Math.min(done.get(), total), total);
    }
}
