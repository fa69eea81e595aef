package takt.engine.features;

import java.time.LocalDate;

/**
 * How many of a part one vehicle of a line takes.
 *
 * @param perVehicle units of the part per vehicle, above 0
 * @param from first day of validity, inclusive
 * @param to last day of validity, inclusive
 */
public record UsageLink(String line, double perVehicle, LocalDate from, LocalDate to) {

    public boolean valid(LocalDate bucket) {
        return !bucket.isBefore(from) && !bucket.isAfter(to);
    }
}
