package takt.engine.selection;

/** Which forecaster a series gets, and why. */
public record Choice(String model, ChoiceCause cause) {}
