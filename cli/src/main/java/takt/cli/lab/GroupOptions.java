package takt.cli.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import takt.cli.UserError;
import takt.engine.Reconciling;
import takt.engine.Training;
import takt.engine.hierarchy.Group;
import takt.engine.hierarchy.Hierarchy;
import takt.engine.model.Forecaster;
import takt.engine.model.Forecasters;
import takt.engine.model.SeriesContext;
import takt.engine.series.DemandSeries;
import takt.engine.series.Origin;

/** Families, plants and other groups that parts add up to. */
final class GroupOptions {

    /** How the levels are made to agree. */
    enum Method {
        bottom_up,
        mint
    }

    private static final String ALL = "all";

    @Option(
            names = "--groups",
            paramLabel = "FILE",
            description =
                    "Groups of parts: part and one column per level, as family, plant. All parts are a group too.")
    @Nullable
    Path groups;

    @Option(
            names = "--out-groups",
            paramLabel = "FILE",
            description = "Where to write level,group,month,h,mean,q... of the groups.")
    @Nullable
    Path out;

    @Option(
            names = "--reconcile",
            paramLabel = "HOW",
            description =
                    "bottom_up: groups are the sums of their parts; mint: parts and groups change so that they agree with the least variance (default: ${DEFAULT-VALUE}).")
    Method method = Method.bottom_up;

    void check() {
        if (groups == null && (out != null || method != Method.bottom_up)) {
            throw new UserError("The options --out-groups and --reconcile need --groups FILE.");
        }
    }

    boolean isAsked() {
        return groups != null;
    }

    /** The groups of the parts that have a forecast; their order is that of levels and names. */
    Hierarchy hierarchy(List<SeriesContext> parts) {
        Path file = Objects.requireNonNull(groups);
        CsvRows rows = new CsvRows(file);
        List<String> levels =
                rows.header().stream().filter(c -> !c.equals("part")).toList();
        Map<String, Integer> ordinals = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            ordinals.put(parts.get(i).history().key().part().value(), i);
        }
        Map<String, Map<String, List<Integer>>> members = new TreeMap<>();
        rows.read(List.of("part"), row -> {
            Integer ordinal = ordinals.get(row.required("part"));
            for (String level : levels) {
                if (ordinal != null && !row.isEmpty(level)) {
                    members.computeIfAbsent(level, l -> new TreeMap<>())
                            .computeIfAbsent(row.text(level), g -> new ArrayList<>())
                            .add(ordinal);
                }
            }
        });
        List<Group> all = new ArrayList<>();
        members.forEach((level, groupsOfLevel) -> groupsOfLevel.forEach((name, own) -> all.add(new Group(
                level,
                name,
                own.stream().mapToInt(Integer::intValue).sorted().distinct().toArray()))));
        all.add(new Group(ALL, ALL, IntStream.range(0, parts.size()).toArray()));
        return new Hierarchy(all, parts.size());
    }

    /** Trains the groups with the models of single series and makes all levels agree. */
    Reconciling.Agreed agree(Hierarchy hierarchy, Training.Result parts, LabOptions lab) {
        List<DemandSeries> series =
                parts.now().contexts().stream().map(SeriesContext::history).toList();
        if (series.stream().map(DemandSeries::last).distinct().count() > 1) {
            throw new UserError(
                    "The parts end in different buckets, so their forecasts cannot be summed.\nMaybe give one --origin for all.");
        }
        Training.Result sums = new Training(
                        hierarchy.sums(series),
                        Optional.empty(),
                        new Origin.OwnLast(0),
                        lab.horizon,
                        lab.identity(),
                        Forecasters.locals().stream().map(Forecaster::name).collect(Collectors.toSet()),
                        (step, done, total) -> {})
                .run();
        return new Reconciling(hierarchy, lab.horizon)
                .agree(
                        parts,
                        sums,
                        method == Method.mint ? Reconciling.Method.MIN_TRACE : Reconciling.Method.BOTTOM_UP);
    }
}
