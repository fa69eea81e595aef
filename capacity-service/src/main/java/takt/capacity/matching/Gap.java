package takt.capacity.matching;

import java.util.List;
import takt.kernel.PartnerId;
import takt.kernel.Quantity;
import takt.kernel.Week;

/**
 * Where supply cannot follow.
 *
 * @param key names the gap from one matching to the next
 * @param weeks weeks with a gap, ascending
 * @param gap missing over those weeks
 * @param demand asked for over those weeks
 */
public record Gap(
        String key,
        GapCause cause,
        PartnerId supplier,
        List<String> parts,
        List<Week> weeks,
        Quantity gap,
        Quantity demand) {

    public GapKind kind() {
        return cause.kind();
    }
}
