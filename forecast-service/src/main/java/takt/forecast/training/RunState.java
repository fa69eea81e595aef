package takt.forecast.training;

/** Where a training run stands. */
public enum RunState {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED;

    public boolean isOver() {
        return this == SUCCEEDED || this == FAILED;
    }
}
