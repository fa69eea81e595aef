package takt.cli.service.data;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import takt.cli.term.Grid;
import takt.proto.ingest.v1.FactColumn;
import takt.proto.ingest.v1.FactKind;

/** Each kind with its columns, as people read them. */
final class KindsHelp {

    private KindsHelp() {}

    /** Each kind with its columns, as people read them. */
    static void print(Collection<Kinds.Kind> all, PrintWriter out) {
        all.forEach(kind -> {
            FactKind any = kind.places().values().iterator().next();
            out.printf("%n%s: %s%n", kind.name(), any.getHelp());
            Grid grid = new Grid("", "", "", "");
            columns(kind)
                    .forEach(column -> grid.row(
                            "  " + String.join("|", column.getNamesList()),
                            column.getNeeded() ? "" : "optional",
                            column.getExample(),
                            column.getHelp() + (column.getUnit().isEmpty() ? "" : " In " + column.getUnit() + ".")));
            grid.print(out);
        });
        out.flush();
    }

    /** Those of all services that take it in. */
    static List<FactColumn> columns(Kinds.Kind kind) {
        Map<String, FactColumn> columns = new LinkedHashMap<>();
        kind.places()
                .values()
                .forEach(place -> place.getColumnsList().forEach(c -> columns.putIfAbsent(c.getNames(0), c)));
        return List.copyOf(columns.values());
    }
}
