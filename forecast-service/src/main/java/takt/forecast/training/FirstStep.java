package takt.forecast.training;

import takt.engine.backtest.RatioEstimate;
import takt.kernel.BucketCalendar;

/** How well a run's champions forecast the first step of the newest held-out horizon. */
public record FirstStep(BucketCalendar calendar, RatioEstimate wql) {}
