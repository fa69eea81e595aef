package takt.engine.tribuo;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs work on a thread that ends with it. XGBoost keeps matrices per thread and per address of a booster, and forgets
 * them on the thread that frees the booster: in Java that is another one. A booster that gets an old address meets the
 * matrices of its predecessor and fails (dmlc/xgboost issue 8683).
 */
final class OwnThread {

    private OwnThread() {}

    static <T> T run(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(task, "regression").start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while a regression was trained.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
