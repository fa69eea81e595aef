package takt.forecast.training;

/**
 * How far a run is.
 *
 * @param step what it does now, for a progress line
 * @param done units of work done, 0 to {@code total}
 * @param total units of work in all; 0 until known
 */
public record RunProgress(String step, long done, long total) {

    public static final RunProgress NONE = new RunProgress("", 0, 0);
}
