package takt.cli.source;

import java.util.ArrayList;
import java.util.List;

/** What the numbers and dates of a file mean, found out from all of them. */
final class Meanings {

    private final List<String> names;
    private final Columns columns;
    private final NumberMarks numbers;
    private final DateForms dates;

    /** @param names of the columns as they are exchanged */
    Meanings(List<String> names, Columns columns, Asked asked) {
        this.names = names;
        this.columns = columns;
        this.numbers = new NumberMarks(asked.hasDecimalComma());
        this.dates = new DateForms(asked.dateFormat());
    }

    /** Whether there is anything to find out. */
    boolean isAny() {
        return names.stream().anyMatch(name -> columns.isNumber(name) || isDate(name));
    }

    private static boolean isDate(String name) {
        return DateCounts.of(name).isPresent();
    }

    void hear(List<String> cells) {
        for (int c = 0; c < Math.min(cells.size(), names.size()); c++) {
            String name = names.get(c);
            if (columns.isNumber(name) && !isExact(cells.get(c))) {
                numbers.hear(name, cells.get(c));
            } else if (isDate(name) && !columns.isNumber(name)) {
                dates.hear(name, cells.get(c));
            }
        }
    }

    void settle() {
        numbers.settle();
        dates.settle();
    }

    boolean hasDecimalComma() {
        return numbers.hasDecimalComma();
    }

    /** Numbers and dates as they are exchanged. */
    List<String> converted(List<String> cells) {
        List<String> converted = new ArrayList<>(cells.size());
        for (int c = 0; c < cells.size(); c++) {
            String cell = cells.get(c);
            String name = c < names.size() ? names.get(c) : "";
            if (isExact(cell)) {
                converted.add(cell.substring(1));
            } else if (columns.isNumber(name)) {
                converted.add(numbers.read(cell));
            } else {
                converted.add(DateCounts.of(name).map(d -> dates.read(d, cell)).orElse(cell));
            }
        }
        return converted;
    }

    static boolean isExact(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == Table.EXACT;
    }

    static String bare(String cell) {
        return isExact(cell) ? cell.substring(1) : cell;
    }

    static List<String> bare(List<String> cells) {
        return cells.stream().map(Meanings::bare).toList();
    }
}
