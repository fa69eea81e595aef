package takt.cli.service.data;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import takt.cli.service.data.QuarantineClient.Counted;
import takt.cli.service.data.QuarantineClient.Place;
import takt.cli.term.Grid;
import takt.kernel.Text;
import takt.proto.ingest.v1.QuarantinedRow;
import takt.proto.ingest.v1.ReplayQuarantineResponse;
import takt.proto.type.v1.Rejection;

/** Shows quarantined rows. */
public final class QuarantineTables {

    private static final int SHOWN = 20;

    private QuarantineTables() {}

    public static void counts(List<Counted> counts, PrintWriter out) {
        if (counts.isEmpty()) {
            out.println("Nothing is in quarantine.");
            return;
        }
        Grid grid = new Grid("kind", "source", "reason", ">rows", "oldest");
        counts.forEach(c -> grid.row(
                c.count().getKind().toLowerCase(Locale.ROOT),
                shown(c.count().getSource()),
                c.count().getReason(),
                String.format(Locale.ROOT, "%,d", c.count().getRows()),
                c.count().getOldest()));
        grid.print(out);
    }

    public static void line(RowNumber number, QuarantinedRow row, PrintWriter out) {
        Rejection why = row.getRejection();
        out.printf(
                "  %-8s %-20s %s line %d: %s%s  [%s]%s%n",
                number,
                row.getKind().toLowerCase(Locale.ROOT),
                shown(row.getSource()),
                why.getLine(),
                why.getReason(),
                why.getColumn().isEmpty() ? "" : " in " + why.getColumn() + " (" + shown(why.getValue()) + ")",
                shown(String.join(", ", row.getCellsList())),
                row.getDecidedBy().isEmpty() ? "" : "  " + state(row) + " by " + row.getDecidedBy());
    }

    public static void show(RowNumber number, QuarantinedRow row, PrintWriter out) {
        Rejection why = row.getRejection();
        out.printf(
                "%s  %s from %s, line %d, %s%n",
                number, row.getKind().toLowerCase(Locale.ROOT), shown(row.getSource()), why.getLine(), state(row));
        for (int c = 0; c < Math.max(row.getColumnsCount(), row.getCellsCount()); c++) {
            String column = c < row.getColumnsCount() ? row.getColumns(c) : "(no column)";
            String cell = c < row.getCellsCount() ? shown(row.getCells(c)) : "(no cell)";
            String fixed = c < row.getFixedCellsCount()
                            && (c >= row.getCellsCount()
                                    || !row.getFixedCells(c).equals(row.getCells(c)))
                    ? "  ->  " + shown(row.getFixedCells(c))
                    : "";
            out.printf("  %-20s %s%s%n", column, cell, fixed);
        }
        out.printf(
                "%s%s. %s%n",
                why.getReason(), why.getColumn().isEmpty() ? "" : " in " + why.getColumn(), why.getHelp());
        if (!row.getDecidedBy().isEmpty()) {
            out.printf(
                    "Decided by %s at %s%s%n",
                    row.getDecidedBy(), row.getDecidedAt(), row.getNote().isEmpty() ? "" : ": " + shown(row.getNote()));
        }
    }

    public static void replayed(Place place, ReplayQuarantineResponse answer, PrintWriter out) {
        out.printf(
                "%s: %d landed, %d known already, %d overtaken by newer facts, %d stay%n",
                place.kind().toLowerCase(Locale.ROOT),
                answer.getLanded(),
                answer.getUnchanged(),
                answer.getSuperseded(),
                answer.getStillRejected());
        answer.getRejectionsList().stream()
                .limit(SHOWN)
                .forEach(r -> out.printf(
                        "  line %d%s: %s%s. %s%n",
                        r.getLine(),
                        r.getColumn().isEmpty() ? "" : ", " + r.getColumn(),
                        r.getReason(),
                        r.getValue().isEmpty() ? "" : " (" + shown(r.getValue()) + ")",
                        r.getHelp()));
    }

    static String state(QuarantinedRow row) {
        return row.getState().name().substring("ROW_STATE_".length()).toLowerCase(Locale.ROOT);
    }

    /** What came from outside must not steer the terminal. */
    public static String shown(String text) {
        String visible = text.replaceAll("\\p{Cntrl}", "\uFFFD");
        return visible.length() <= 120 ? visible : Text.cut(visible, 117) + "...";
    }
}
