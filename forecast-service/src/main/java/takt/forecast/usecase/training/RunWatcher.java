package takt.forecast.usecase.training;

import takt.forecast.training.RunProgress;

/** Hears how far a run is and says whether it should stop. */
final class RunWatcher {

    private volatile RunProgress progress = RunProgress.NONE;
    private volatile boolean stopped;

    void at(RunProgress now) {
        progress = now;
    }

    RunProgress progress() {
        return progress;
    }

    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }
}
