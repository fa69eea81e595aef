package takt.samples;

import java.time.LocalDate;
import java.util.Map;

/**
 * A part that tier 1 delivers to the OEM.
 *
 * @param perVehicle units per vehicle by line, as published
 * @param takeRate share of vehicles that carry it, hidden from forecasters
 * @param takeDrift change of the take rate per year
 * @param lead weeks before the build at which it is called off, hidden
 */
record SamplePart(
        String number,
        String description,
        String family,
        Map<String, Integer> perVehicle,
        double takeRate,
        double takeDrift,
        int lead,
        int pack,
        LocalDate from,
        LocalDate to,
        String supplier) {}
