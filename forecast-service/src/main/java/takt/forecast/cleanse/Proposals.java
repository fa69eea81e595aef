package takt.forecast.cleanse;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a new look at a series makes of its corrections. A person's decision about a value stands, whatever is found
 * beside it; without one the look decides.
 *
 * @param added findings nobody has seen
 * @param again proposals that had lapsed
 * @param lapsed proposals that were not found again
 */
public record Proposals(List<Finding> added, List<Correction> again, List<Correction> lapsed) {

    private static final Set<Standing> DECIDED = Set.of(Standing.ACCEPTED, Standing.REJECTED, Standing.PINNED);

    /** @param known all corrections of the series, however they stand */
    public static Proposals of(List<Finding> found, List<Correction> known) {
        List<Finding> open = found.stream()
                .filter(finding -> known.stream()
                        .noneMatch(c -> DECIDED.contains(c.standing()) && isAboutTheSame(c.finding(), finding)))
                .toList();
        return new Proposals(
                open.stream()
                        .filter(finding -> known.stream().noneMatch(c -> isSame(c.finding(), finding)))
                        .toList(),
                those(known, Standing.LAPSED)
                        .filter(c -> open.stream().anyMatch(finding -> isSame(c.finding(), finding)))
                        .toList(),
                those(known, Standing.PROPOSED)
                        .filter(c -> found.stream().noneMatch(finding -> isSame(c.finding(), finding)))
                        .toList());
    }

    private static Stream<Correction> those(List<Correction> known, Standing standing) {
        return known.stream().filter(c -> c.standing() == standing);
    }

    private static boolean isAboutTheSame(Finding one, Finding other) {
        return one.bucket().equals(other.bucket())
                && one.method() == other.method()
                && one.original() == other.original();
    }

    private static boolean isSame(Finding one, Finding other) {
        return isAboutTheSame(one, other) && one.corrected() == other.corrected();
    }
}
