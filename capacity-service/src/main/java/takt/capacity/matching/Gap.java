package takt.capacity.matching;

import java.util.List;
import takt.kernel.PartnerId;
import takt.kernel.Quantity;
import takt.kernel.Week;

/**
 * Where supply cannot follow.
 *
 * @param key names the gap from one matching to the next
 * @param subject name of the capacity group, or the part
 * @param weeks weeks with a gap, ascending
 * @param gap missing over those weeks
 * @param demand asked for over those weeks
 * @param critical cumulative demand above cumulative capacity for twelve weeks in a row
 * @param probability chance of a gap in the first of the weeks, 0 where it is not known
 */
public record Gap(
        String key,
        GapKind kind,
        PartnerId supplier,
        String subject,
        List<String> parts,
        List<Week> weeks,
        Quantity gap,
        Quantity demand,
        boolean critical,
        double probability) {

    /** One sentence for people. */
    public String message() {
        return switch (kind) {
            case BOTTLENECK ->
                "%s at %s: %s more than the maximum can make, %s from %s%s."
                        .formatted(subject, supplier, gap, span(), weeks.get(0), critical ? ", critical" : "");
            case BOTTLENECK_FLEXIBLE ->
                "%s at %s: %s above the actual capacity, within the maximum, %s from %s%s."
                        .formatted(subject, supplier, gap, span(), weeks.get(0), critical ? ", critical" : "");
            case COMMITMENT_SHORTFALL ->
                "%s from %s: %s of %s not committed, %s from %s."
                        .formatted(subject, supplier, gap, demand, span(), weeks.get(0));
            case COMMITMENT_OVERDUE -> "%s has not answered, though its time ran out.".formatted(supplier);
        };
    }

    private String span() {
        return weeks.size() == 1 ? "1 week" : weeks.size() + " weeks";
    }
}
