package takt.forecast.cleanse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
        Proposals proposals = new Proposals(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        found.forEach(finding -> proposals.take(finding, known));
        known.stream()
                .filter(c -> c.standing() == Standing.PROPOSED)
                .filter(c -> found.stream().noneMatch(finding -> isSame(c.finding(), finding)))
                .forEach(proposals.lapsed::add);
        return proposals;
    }

    private void take(Finding finding, List<Correction> known) {
        if (known.stream().anyMatch(c -> DECIDED.contains(c.standing()) && isAboutTheSame(c.finding(), finding))) {
            return;
        }
        known.stream()
                .filter(c -> isSame(c.finding(), finding))
                .findFirst()
                .ifPresentOrElse(
                        c -> {
                            if (c.standing() == Standing.LAPSED) {
                                again.add(c);
                            }
                        },
                        () -> added.add(finding));
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
