package takt.engine.hierarchy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import takt.engine.series.DemandSeries;
import takt.engine.series.SeriesKey;
import takt.kernel.PartNumber;

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
     * Demand of each group, bucket by bucket; their keys sort as the groups do. Where some of the parts that have had a
     * known bucket are unknown, those that are known stand for them; where none is known, so is the group.
     *
     * @param series one per part, on one calendar, all ending in the same bucket
     */
    public List<DemandSeries> sums(List<DemandSeries> series) {
        return IntStream.range(0, groups.size())
                .mapToObj(g -> sum(
                        g,
                        Arrays.stream(groups.get(g).members())
                                .mapToObj(series::get)
                                .toList()))
                .toList();
    }

    private DemandSeries sum(int group, List<DemandSeries> members) {
        DemandSeries any = members.get(0);
        LocalDate first = members.stream()
                .map(DemandSeries::first)
                .min(LocalDate::compareTo)
                .orElseThrow();
        double[] values = new double[any.calendar().between(first, any.last()) + 1];
        boolean[] begun = new boolean[members.size()];
        for (int t = 0; t < values.length; t++) {
            LocalDate bucket = any.calendar().plus(first, t);
            int expected = 0;
            int known = 0;
            for (int i = 0; i < begun.length; i++) {
                double value = members.get(i).at(bucket);
                begun[i] |= !Double.isNaN(value);
                expected += begun[i] ? 1 : 0;
                if (!Double.isNaN(value)) {
                    known++;
                    values[t] += value;
                }
            }
            values[t] = known == 0 ? Double.NaN : values[t] * expected / known;
        }
        return new DemandSeries(
                new SeriesKey(
                        new PartNumber("GROUP-%06d".formatted(group)), any.key().site()),
                any.calendar(),
                first,
                values,
                any.season());
    }
}
