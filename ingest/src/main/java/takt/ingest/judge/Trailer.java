package takt.ingest.judge;

/**
 * What a sender says of an import after its rows.
 *
 * @param problem what kept it from reading its source to the end; empty when nothing did
 * @param line at which the problem was met
 */
public record Trailer(String problem, long line) {}
