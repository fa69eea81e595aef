package takt.engine.selection;

/**
 * Which forecaster a series gets, and why.
 *
 * @param reason one sentence for a planner
 */
public record Choice(String model, String reason) {}
