package takt.ingest.judge;

import java.util.List;
import java.util.UUID;
import takt.ingest.row.Rejection;

/**
 * What became of an import.
 *
 * @param accepted rows whose fact was new or changed
 * @param unchanged rows whose fact was known already
 * @param rejected rows kept out
 * @param rejections the first hundred, in the order in which they were met
 * @param isRefused a strict import had a row that is no good: nothing landed, the numbers say what would have
 * @param isRepeated the same content came before; no row was read
 * @param landedByRules rows that came in after all because a saved rule could read a code
 */
public record Report(
        UUID importId,
        long accepted,
        long unchanged,
        long rejected,
        List<Rejection> rejections,
        boolean isRefused,
        boolean isRepeated,
        long landedByRules) {

    /** What the same content once more comes to. */
    public Report repeated() {
        return new Report(importId, 0, accepted + unchanged, rejected, rejections, isRefused, true, landedByRules);
    }

    public Report landedByRules(long rows) {
        return new Report(importId, accepted, unchanged, rejected, rejections, isRefused, isRepeated, rows);
    }
}
