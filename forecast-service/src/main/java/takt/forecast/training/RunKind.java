package takt.forecast.training;

/** What a run does. */
public enum RunKind {
    /** Backtest, choose, fit and keep a model per series. */
    TRAIN,
    /** Backtest only. */
    BACKTEST,
    /** Train again what another run trained and compare bit by bit. */
    REPRODUCE
}
