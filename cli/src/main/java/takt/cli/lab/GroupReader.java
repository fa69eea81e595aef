package takt.cli.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import takt.cli.term.UserError;
import takt.engine.hierarchy.Group;
import takt.engine.hierarchy.Hierarchy;
import takt.engine.model.SeriesContext;

/** Reads the groups of the parts that have a forecast; they come in the order of levels and names. */
final class GroupReader {

    private static final String PART = "part";
    private static final String ALL = "all";

    private final Path file;
    private final NamedRows rows;
    private final List<String> levels;
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final Map<String, Map<String, List<Integer>>> members = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();

    GroupReader(Path file, List<SeriesContext> parts) {
        this.file = file;
        this.rows = new NamedRows(file);
        this.levels = rows.header().stream().filter(c -> !c.equals(PART)).toList();
        if (levels.isEmpty() || levels.contains(ALL)) {
            throw new UserError(
                    "%s, line 1: the header %s needs a column part and one or more levels, as family; all is there anyway."
                            .formatted(file, rows.header()));
        }
        for (int i = 0; i < parts.size(); i++) {
            ordinals.put(parts.get(i).history().key().part().value(), i);
        }
    }

    Hierarchy read() {
        rows.read(List.of(PART), this::take);
        if (members.isEmpty()) {
            throw new UserError("%s: no part of it has a forecast; %d rows, %d parts with a forecast."
                    .formatted(file, seen.size(), ordinals.size()));
        }
        List<Group> all = new ArrayList<>();
        members.forEach((level, groups) -> groups.forEach((name, own) -> all.add(new Group(
                level, name, own.stream().mapToInt(Integer::intValue).sorted().toArray()))));
        all.add(new Group(ALL, ALL, IntStream.range(0, ordinals.size()).toArray()));
        return new Hierarchy(all, ordinals.size());
    }

    private void take(NamedRows.Row row) {
        String part = row.required(PART);
        if (!seen.add(part)) {
            throw row.fault(PART, part, "stands twice; a level sums each part once");
        }
        Integer ordinal = ordinals.get(part);
        for (String level : levels) {
            if (ordinal != null && !row.isEmpty(level)) {
                members.computeIfAbsent(level, l -> new TreeMap<>())
                        .computeIfAbsent(row.text(level), g -> new ArrayList<>())
                        .add(ordinal);
            }
        }
    }
}
