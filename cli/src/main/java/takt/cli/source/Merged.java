package takt.cli.source;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import takt.cli.term.UserError;

/** Makes one row of several about the same thing, as the user says what they mean. */
final class Merged {

    /** Columns that say how much; the other columns of ours say what about. */
    private static final Set<String> AMOUNTS = Set.of("demand", "stock", "planned_units", "units_built");

    /** More of what is wrong is not told. */
    private static final int LONGEST = 500;

    private final SameKey how;
    private final int amount;
    private final List<Integer> key = new ArrayList<>();
    private final Map<List<String>, BigDecimal> sums = new HashMap<>();
    /** Keys of which an amount is none: what stands in all their rows. */
    private final Map<List<String>, String> broken = new HashMap<>();

    private final Set<Integer> weeks = new HashSet<>();
    private final Map<List<String>, Long> lastLines = new HashMap<>();

    /** @param columns by our names */
    Merged(SameKey how, List<String> columns, Columns ours) {
        this.how = how;
        Optional<String> found = columns.stream().filter(AMOUNTS::contains).findFirst();
        if (found.isEmpty()) {
            throw new UserError("The option --same-key needs a column of amounts (%s), the file has %s."
                    .formatted(String.join(", ", AMOUNTS.stream().sorted().toList()), columns));
        }
        this.amount = columns.indexOf(found.get());
        for (int c = 0; c < columns.size(); c++) {
            if (c != amount && ours.isOurs(columns.get(c))) {
                key.add(c);
            }
            if (DateCounts.of(columns.get(c)).filter(d -> d == DateCounts.WEEK).isPresent()) {
                weeks.add(c);
            }
        }
    }

    private List<String> key(List<String> cells) {
        return key.stream()
                .map(c -> c >= cells.size()
                        ? ""
                        : weeks.contains(c)
                                ? monday(cells.get(c).strip())
                                : cells.get(c).strip())
                .toList();
    }

    /** A week is the same by its number and by its Monday. */
    private static String monday(String week) {
        try {
            return week.matches("\\d{4}-W\\d{2}")
                    ? LocalDate.parse(week + "-1", DateTimeFormatter.ISO_WEEK_DATE)
                            .toString()
                    : week;
        } catch (DateTimeException e) {
            return week;
        }
    }

    /** The first pass. */
    void hear(long line, List<String> cells) {
        List<String> about = key(cells);
        lastLines.put(about, line);
        Optional<BigDecimal> number = number(cells);
        if (number.isPresent()) {
            sums.merge(about, number.get(), BigDecimal::add);
        } else {
            broken.put(about, "");
        }
    }

    /** Between the passes: what the rows of a broken key say, in their order. */
    void hearBroken(List<String> cells) {
        broken.computeIfPresent(
                key(cells),
                (about, said) -> said.length() > LONGEST || amount >= cells.size()
                        ? said
                        : (said.isEmpty() ? "" : said + " + ")
                                + cells.get(amount).strip());
    }

    boolean isBroken() {
        return !broken.isEmpty();
    }

    /**
     * The last pass: the row that stands for all of its key; empty for the others. Where an amount of them is none, the sum
     * is none either: what they say stands in its place, to be refused and mended as a whole.
     */
    Optional<List<String>> read(long line, List<String> cells) {
        if (amount >= cells.size()) {
            return Optional.of(cells); // too short, and refused as such
        }
        if (!Long.valueOf(line).equals(lastLines.get(key(cells)))) {
            return Optional.empty();
        }
        if (how == SameKey.last) {
            return Optional.of(cells);
        }
        List<String> sum = new ArrayList<>(cells);
        String wrong = broken.get(key(cells));
        sum.set(
                amount,
                wrong != null
                        ? wrong
                        : sums.getOrDefault(key(cells), BigDecimal.ZERO).toPlainString());
        return Optional.of(sum);
    }

    private Optional<BigDecimal> number(List<String> cells) {
        try {
            return amount < cells.size()
                    ? Optional.of(new BigDecimal(cells.get(amount).strip()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
