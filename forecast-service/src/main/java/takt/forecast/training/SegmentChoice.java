package takt.forecast.training;

import takt.engine.selection.ChoiceCause;

/**
 * The model that a segment's series got.
 *
 * @param segment the series that are alike, in words
 * @param cause why
 */
public record SegmentChoice(String segment, String model, int series, ChoiceCause cause) {}
