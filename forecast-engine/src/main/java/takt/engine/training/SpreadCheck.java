package takt.engine.training;

import java.util.Map;
import takt.engine.backtest.RatioEstimate;
import takt.engine.selection.Segment;

/**
 * What the newest held-out horizon said of the champions' forecasts.
 *
 * @param firstStep weighted quantile loss of the first step
 */
public record SpreadCheck(Map<Segment, SpreadCalibration> bySegment, RatioEstimate firstStep) {}
