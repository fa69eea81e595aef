package takt.forecast.training;

import takt.kernel.BucketCalendar;

/** How one model did on the newest held-out horizon; see takt.engine.backtest.Score for the measures. */
public record AccuracyFigure(BucketCalendar calendar, String model, double wql, double wape, double bias, int series) {}
