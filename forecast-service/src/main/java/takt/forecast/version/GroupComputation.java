package takt.forecast.version;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import takt.engine.GroupForecasts;
import takt.engine.GroupForecasts.Grouped;
import takt.engine.hierarchy.GroupHistory;
import takt.engine.hierarchy.Hierarchy;
import takt.engine.model.Levels;
import takt.engine.series.DemandSeries;
import takt.engine.tribuo.TrainingIdentity;
import takt.forecast.master.PartFacts;
import takt.kernel.SiteId;
import takt.kernel.UnitCode;

/** Adds the series of one calendar up to families, plants and everything, shard by shard; no series is kept. */
public final class GroupComputation {

    /** What is added up: parts of several units cannot be. */
    private record Group(GroupLevel level, String name, UnitCode unit) {}

    private static final Comparator<Group> ORDER =
            Comparator.comparing(Group::level).thenComparing(Group::name).thenComparing(Group::unit);
    private static final SiteId ANYWHERE = new SiteId("BPNS000000000000");

    private final int horizon;
    private final TrainingIdentity identity;
    private final Map<String, PartFacts> parts;
    private final SortedMap<Group, Sum> sums = new TreeMap<>(ORDER);

    public GroupComputation(int horizon, TrainingIdentity identity, Map<String, PartFacts> parts) {
        this.horizon = horizon;
        this.identity = identity;
        this.parts = parts;
    }

    /** @param history the series of the line up to its origin */
    public void add(DemandSeries history, ForecastLine line) {
        PartFacts part = parts.get(line.part());
        if (part != null && !part.family().isEmpty()) {
            sum(GroupLevel.FAMILY, part.family(), line.unit()).add(history, line);
        }
        sum(GroupLevel.PLANT, line.site(), line.unit()).add(history, line);
        sum(GroupLevel.ALL, "", line.unit()).add(history, line);
    }

    private Sum sum(GroupLevel level, String name, UnitCode unit) {
        return sums.computeIfAbsent(new Group(level, name, unit), g -> new Sum(horizon));
    }

    /** Levels in order, by name inside each. */
    public List<GroupLine> lines() {
        List<Group> groups = List.copyOf(sums.keySet());
        List<Sum> all = List.copyOf(sums.values());
        List<DemandSeries> histories = new ArrayList<>();
        for (int g = 0; g < all.size(); g++) {
            histories.add(all.get(g).history.series(Hierarchy.key(g, ANYWHERE)));
        }
        List<Grouped> forecasts = histories.isEmpty()
                ? List.of()
                : new GroupForecasts(horizon, identity)
                        .bottomUp(histories, all.stream().map(sum -> sum.mean).toArray(double[][]::new));
        List<GroupLine> lines = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            lines.add(line(groups.get(g), all.get(g), histories.get(g), forecasts.get(g)));
        }
        return lines;
    }

    private static GroupLine line(Group group, Sum sum, DemandSeries history, Grouped forecast) {
        return new GroupLine(
                group.level(),
                group.name(),
                history.calendar(),
                group.unit(),
                sum.count,
                history.calendar().plus(history.last(), 1),
                sum.mean,
                Arrays.stream(forecast.distribution().steps())
                        .flatMapToDouble(step -> Arrays.stream(step.quantiles(Levels.published())))
                        .toArray(),
                forecast.choice().model(),
                forecast.choice().cause());
    }

    private static final class Sum {

        private final GroupHistory history = new GroupHistory();
        private final double[] mean;
        private int count;

        Sum(int horizon) {
            mean = new double[horizon];
        }

        void add(DemandSeries part, ForecastLine line) {
            history.add(part);
            for (int h = 0; h < mean.length; h++) {
                mean[h] += line.mean()[h];
            }
            count++;
        }
    }
}
