package takt.forecast.cleanse;

/** A finding on record. */
public record Correction(long id, Subject subject, Finding finding, Standing standing) {

    /** Whether forecasts read it in place of the value that is known. */
    boolean counts(long known) {
        return standing == Standing.PINNED || standing == Standing.ACCEPTED && known == finding.original();
    }
}
