package takt.forecast.training;

/**
 * The model that a segment's series got.
 *
 * @param segment the series that are alike, in words
 * @param reason one sentence for a planner
 */
public record SegmentChampion(String segment, String model, int series, String reason) {}
