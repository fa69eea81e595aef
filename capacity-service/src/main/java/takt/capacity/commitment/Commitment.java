package takt.capacity.commitment;

/** An answer in force for a line; a later one supersedes it with the next revision. */
public record Commitment(AskedLine line, Answer answer, int revision) {}
