package takt.cli.term;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** A table whose columns are as wide as what stands in them; columns that begin with {@code >} hold numbers. */
public final class Grid {

    private static final int INDENT = 2;

    private final boolean[] isNumber;
    private final List<String[]> rows = new ArrayList<>();

    /** Headers, each with {@code >} before it when its column is set to the right. */
    public Grid(String... headers) {
        isNumber = new boolean[headers.length];
        String[] titles = new String[headers.length];
        for (int i = 0; i < headers.length; i++) {
            isNumber[i] = headers[i].startsWith(">");
            titles[i] = isNumber[i] ? headers[i].substring(1) : headers[i];
        }
        if (Arrays.stream(titles).anyMatch(t -> !t.isEmpty())) {
            rows.add(titles);
        }
    }

    public Grid row(String... cells) {
        if (cells.length != isNumber.length) {
            throw new IllegalArgumentException("%d cells for %d columns".formatted(cells.length, isNumber.length));
        }
        rows.add(cells);
        return this;
    }

    public void print(PrintWriter out) {
        int[] widths = IntStream.range(0, isNumber.length)
                .map(c -> rows.stream().mapToInt(row -> row[c].length()).max().orElse(0))
                .toArray();
        TextTable table = TextTable.forColumns(
                Help.defaultColorScheme(Ansi.OFF),
                Arrays.stream(widths)
                        .mapToObj(w -> new Column(w + INDENT, INDENT, Overflow.TRUNCATE))
                        .toArray(Column[]::new));
        for (String[] row : rows) {
            String[] cells = row.clone();
            for (int c = 0; c < cells.length; c++) {
                cells[c] = isNumber[c] ? " ".repeat(widths[c] - row[c].length()) + row[c] : row[c];
            }
            table.addRowValues(cells);
        }
        out.print(table.toString().replaceAll(" +(?=\\R)", ""));
        out.flush();
    }
}
