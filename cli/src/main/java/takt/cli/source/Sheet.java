package takt.cli.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import takt.cli.term.UserError;

/**
 * Where the header of a table stands and what its columns are: a plan may begin with some lines of title, and may have a
 * column for each week or month, which is read as a row for each.
 */
final class Sheet {

    private static final int TITLES = 30;
    private static final int FEW_BUCKETS = 3;

    private final Path file;
    private final Columns names;
    private final @Nullable String dateFormat;
    private final List<List<String>> beginning = new ArrayList<>();
    private List<String> header = List.of();
    private long headerLine = 1;
    private final Map<Integer, String> buckets = new TreeMap<>();
    private DateCounts counts = DateCounts.MONTH;

    /** @param dateFormat pattern of the user for dates; null is found out */
    Sheet(Path file, Columns names, @Nullable String dateFormat) {
        this.file = file;
        this.names = names;
        this.dateFormat = dateFormat;
    }

    /** Takes the first rows; whether more are wanted. */
    boolean hear(long line, List<String> cells) {
        List<String> row = cells.stream().map(Sheet::name).toList();
        beginning.add(row);
        long ours = row.stream().filter(c -> names.isOurs(c, row)).distinct().count();
        if (ours >= 2 || ours == 1 && beginning.size() == 1) {
            settle(row, line);
            return false;
        }
        return beginning.size() < TITLES;
    }

    /** A name may go over several lines: the first one names. */
    private static String name(String cell) {
        return cell.strip().lines().findFirst().orElse("").strip();
    }

    private void settle(List<String> row, long line) {
        List<String> used = new ArrayList<>(row);
        while (!used.isEmpty() && used.get(used.size() - 1).isEmpty()) {
            used.remove(used.size() - 1); // a separator too many
        }
        header = List.copyOf(used);
        headerLine = line;
        boolean hasBucket = header.stream()
                .map(c -> names.renamedIn(c, header))
                .anyMatch(c -> List.of("week", "month", "day").contains(c));
        if (!hasBucket) {
            settleBuckets();
        }
    }

    private void settleBuckets() {
        boolean hasSlashes = dateFormat == null && header.stream().anyMatch(DateForms::hasSlashes);
        List<HeaderDates> readings = (hasSlashes ? List.of(true, false) : List.of(false))
                .stream()
                        .map(monthFirst -> HeaderDates.of(header, DateForms.slashes(dateFormat, monthFirst)))
                        .filter(found -> found.size() >= FEW_BUCKETS)
                        .toList();
        List<HeaderDates> regular = readings.stream()
                .filter(found -> found.counts().isPresent())
                .distinct()
                .toList();
        if (readings.isEmpty()) {
            return;
        }
        if (regular.size() != 1) {
            throw new UserError(
                    readings.size() > 1
                            ? "%s, line %d: the columns %s may have the day or the month first.%nMaybe say --date-format dd/MM/yyyy or --date-format MM/dd/yyyy."
                                    .formatted(file, headerLine, readings.get(0).sample())
                            : "%s, line %d: the columns %s are neither all Mondays nor all firsts of a month, so it is not known what they count.%nMaybe name them as weeks (2026-W07) or as months (2026-02)."
                                    .formatted(file, headerLine, readings.get(0).sample()));
        }
        counts = regular.get(0).counts().orElseThrow();
        buckets.putAll(regular.get(0).byColumn());
    }

    /** Ends the search: without a row that looks like a header the first one is it. */
    void end() {
        if (header.isEmpty() && !beginning.isEmpty()) {
            settle(beginning.get(0), 1);
        }
    }

    boolean isEmpty() {
        return header.isEmpty() || header.stream().allMatch(String::isEmpty);
    }

    boolean isHeader(long line) {
        return line <= headerLine;
    }

    boolean isWide() {
        return !buckets.isEmpty();
    }

    /** Cells of a row. */
    int width() {
        return header.size();
    }

    /** Names of the columns of a row as it is handed on, as the file has them. */
    List<String> columns() {
        if (!isWide()) {
            return header;
        }
        List<String> columns = new ArrayList<>();
        IntStream.range(0, header.size()).filter(c -> !buckets.containsKey(c)).forEach(c -> columns.add(header.get(c)));
        columns.add(counts == DateCounts.WEEK ? "week" : "month");
        columns.add("demand");
        return columns;
    }

    /** The rows that a row of the file stands for: itself, or one for each bucket that has an amount. */
    List<List<String>> rows(List<String> cells) {
        if (!isWide()) {
            return List.of(cells);
        }
        List<String> about = new ArrayList<>();
        IntStream.range(0, header.size())
                .filter(c -> !buckets.containsKey(c))
                .forEach(c -> about.add(c < cells.size() ? cells.get(c) : ""));
        List<List<String>> rows = new ArrayList<>();
        buckets.forEach((c, bucket) -> {
            if (c < cells.size() && !cells.get(c).isBlank()) {
                List<String> row = new ArrayList<>(about);
                row.add(bucket);
                row.add(cells.get(c));
                rows.add(row);
            }
        });
        return rows;
    }

    /** What is unusual about it, in words. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        if (headerLine > 1) {
            words.add("header in line " + headerLine);
        }
        if (isWide()) {
            words.add("a column a " + (counts == DateCounts.WEEK ? "week" : "month"));
        }
        return words;
    }

    /** Fails for a header of which nothing is known and that has more columns than a table can have. */
    void requireNarrow(int most) {
        if (columns().size() > most) {
            throw new UserError(
                    "%s, line %d: the header has %d columns, and no table of ours has more than %d.%nMaybe it is a sheet with a column a week or month whose names cannot be read as such: write them as 2026-W07 or 2026-02."
                            .formatted(file, headerLine, columns().size(), most));
        }
    }
}
