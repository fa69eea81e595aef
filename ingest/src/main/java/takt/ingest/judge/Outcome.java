package takt.ingest.judge;

import java.util.List;
import java.util.stream.Stream;
import takt.ingest.row.Rejection;

/**
 * What became of quarantined rows that were judged again.
 *
 * @param rejections why rows stay, the first hundred
 */
public record Outcome(long landed, long unchanged, long superseded, long rejected, List<Rejection> rejections) {

    public static final Outcome NONE = new Outcome(0, 0, 0, 0, List.of());

    private static final int REPORTED = 100;

    public Outcome plus(Outcome more) {
        return new Outcome(
                landed + more.landed,
                unchanged + more.unchanged,
                superseded + more.superseded,
                rejected + more.rejected,
                Stream.concat(rejections.stream(), more.rejections.stream())
                        .limit(REPORTED)
                        .toList());
    }

    public Outcome plus(ReplayRule rule) {
        return switch (rule) {
            case LANDS -> plus(new Outcome(1, 0, 0, 0, List.of()));
            case IS_KNOWN -> plus(new Outcome(0, 1, 0, 0, List.of()));
            case IS_SUPERSEDED -> plus(new Outcome(0, 0, 1, 0, List.of()));
            case STAYS -> throw new IllegalArgumentException("A row that stays does so for a reason.");
        };
    }

    public Outcome plus(Rejection why) {
        return plus(new Outcome(0, 0, 0, 1, List.of(why)));
    }
}
