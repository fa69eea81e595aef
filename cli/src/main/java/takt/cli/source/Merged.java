package takt.cli.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import takt.cli.UserError;

/** Makes one row of several about the same thing, as the user says what they mean. */
final class Merged {

    /** Columns that say how much; the other columns of ours say what about. */
    private static final Set<String> AMOUNTS = Set.of("demand", "stock", "planned_units", "units_built");

    private final SameKey how;
    private final int amount;
    private final List<Integer> key = new ArrayList<>();
    private final Map<List<String>, BigDecimal> sums = new HashMap<>();
    private final Map<List<String>, Long> lastLines = new HashMap<>();

    /** @param columns by our names */
    Merged(SameKey how, List<String> columns) {
        this.how = how;
        Optional<String> found = columns.stream().filter(AMOUNTS::contains).findFirst();
        if (found.isEmpty()) {
            throw new UserError("The option --same-key needs a column of amounts (%s), the file has %s."
                    .formatted(String.join(", ", AMOUNTS.stream().sorted().toList()), columns));
        }
        this.amount = columns.indexOf(found.get());
        for (int c = 0; c < columns.size(); c++) {
            if (c != amount && Columns.isOurs(columns.get(c))) {
                key.add(c);
            }
        }
    }

    private List<String> key(List<String> cells) {
        return key.stream()
                .map(c -> c < cells.size() ? cells.get(c).strip() : "")
                .toList();
    }

    /** The first pass. */
    void hear(long line, List<String> cells) {
        lastLines.put(key(cells), line);
        number(cells).ifPresent(n -> sums.merge(key(cells), n, BigDecimal::add));
    }

    /** The second pass: the row that stands for all of its key; empty for the others and for none that is no number. */
    Optional<List<String>> read(long line, List<String> cells) {
        if (number(cells).isEmpty()) {
            return Optional.of(cells); // judged like any other
        }
        if (!Long.valueOf(line).equals(lastLines.get(key(cells)))) {
            return Optional.empty();
        }
        if (how == SameKey.last) {
            return Optional.of(cells);
        }
        List<String> sum = new ArrayList<>(cells);
        sum.set(amount, sums.getOrDefault(key(cells), BigDecimal.ZERO).toPlainString());
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
