package takt.engine.hierarchy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
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

    /**
     * Demand of each group, bucket by bucket. Where some of the parts that have begun are unknown, those that are known
     * stand for them; where none is known, so is the group.
     *
     * @param series one per part, on one calendar, all ending in the same bucket
     */
    public List<DemandSeries> sums(List<DemandSeries> series) { // their keys sort as the groups do
        return groups.stream()
                .map(g ->
                        sum(g, Arrays.stream(g.members()).mapToObj(series::get).toList()))
                .toList();
    }

    private DemandSeries sum(Group group, List<DemandSeries> members) {
        DemandSeries any = members.get(0);
        LocalDate first = members.stream()
                .map(DemandSeries::first)
                .min(LocalDate::compareTo)
                .orElseThrow();
        double[] values = new double[any.calendar().between(first, any.last()) + 1];
        for (int t = 0; t < values.length; t++) {
            LocalDate bucket = any.calendar().plus(first, t);
            int begun = 0;
            int known = 0;
            for (DemandSeries member : members) {
                double value = member.at(bucket);
                begun += member.first().isAfter(bucket) ? 0 : 1;
                if (!Double.isNaN(value)) {
                    known++;
                    values[t] += value;
                }
            }
            values[t] = known == 0 ? Double.NaN : values[t] * begun / known;
        }
        return new DemandSeries(
                new SeriesKey(
                        new PartNumber("GROUP-%06d".formatted(groups.indexOf(group))),
                        any.key().site()),
                any.calendar(),
                first,
                values,
                any.season());
    }
}
