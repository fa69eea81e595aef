package takt.engine.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import takt.engine.series.DemandSeries;
import takt.engine.series.SeriesKey;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;

/**
 * The groups over a list of parts. Levels may be nested or cross each other.
 *
 * @param parts how many parts there are
 */
public record Hierarchy(List<Group> groups, int parts) {

    /** Sum of each group's members. */
    public double[] sums(double[] perPart) {
        return groups.stream()
                .mapToDouble(g ->
                        Arrays.stream(g.members()).mapToDouble(i -> perPart[i]).sum())
                .toArray();
    }

    /** Ordinals of the groups that each part belongs to, ascending. */
    List<int[]> groupsByPart() {
        List<List<Integer>> all =
                Stream.<List<Integer>>generate(ArrayList::new).limit(parts).toList();
        for (int g = 0; g < groups.size(); g++) {
            for (int i : groups.get(g).members()) {
                all.get(i).add(g);
            }
        }
        return all.stream()
                .map(own -> own.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    /**
     * Demand of each group, bucket by bucket; their keys sort as the groups do.
     *
     * @param series one per part, on one calendar, all ending in the same bucket
     */
    public List<DemandSeries> sums(List<DemandSeries> series) {
        return IntStream.range(0, groups.size())
                .mapToObj(g -> {
                    GroupHistory history = new GroupHistory();
                    Arrays.stream(groups.get(g).members()).mapToObj(series::get).forEach(history::add);
                    return history.series(key(g, series.get(0).key().site()));
                })
                .toList();
    }

    /** The key of a group's series. */
    public static SeriesKey key(int group, SiteId site) {
        return new SeriesKey(new PartNumber("GROUP-%06d".formatted(group)), site);
    }
}
