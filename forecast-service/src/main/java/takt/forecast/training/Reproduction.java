package takt.forecast.training;

import java.util.List;
import java.util.stream.Stream;

/**
 * How like its subject a reproduction is.
 *
 * @param compared stored models, series and regressions
 * @param different those whose bytes differ, or that only one of the two has
 * @param examples the first of them, at most 10
 */
public record Reproduction(
        int compared, int different, List<String> examples, boolean sameSnapshot, String subjectBuild) {

    private static final int SHOWN = 10;

    public Reproduction plus(int moreCompared, List<String> moreDifferent) {
        return new Reproduction(
                compared + moreCompared,
                different + moreDifferent.size(),
                Stream.concat(examples.stream(), moreDifferent.stream())
                        .limit(SHOWN)
                        .toList(),
                sameSnapshot,
                subjectBuild);
    }
}
