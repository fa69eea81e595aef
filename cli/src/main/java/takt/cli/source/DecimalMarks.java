package takt.cli.source;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import takt.cli.UserError;

/**
 * Finds out from the first rows whether the numbers of a file have decimal commas: any column that holds nothing but
 * numbers may prove it, and then our columns of numbers are read so. Other columns are never touched: a part number may
 * look like a number.
 */
final class DecimalMarks {

    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?\\d+,\\d+");
    private static final Pattern LIKE_THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");
    /** Thousands parted by points, as 1.234 or 1.234,5; the first of these may be a decimal as well. */
    private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9]\\d{0,2}(\\.\\d{3})+(,\\d+)?");

    private DecimalMarks() {}

    /** @param sample the first rows, the header among them */
    static Format find(Format format, List<CsvRecord> sample, Asked asked, IntPredicate isNumber) {
        int width = sample.isEmpty() ? 0 : sample.get(0).getFieldCount();
        Set<Integer> numbers = new TreeSet<>();
        for (int c = 0; c < width; c++) {
            if (isNumber.test(c)) {
                numbers.add(c);
            }
        }
        if (asked.hasDecimalComma() != null) {
            return format.with(asked.hasDecimalComma() ? numbers : Set.of(), Set.of());
        }
        Set<Integer> commas = new TreeSet<>();
        Set<Integer> whole = new TreeSet<>();
        String unclearComma = "";
        String unclearPoint = "";
        boolean isProven = false;
        for (int c = 0; c < width; c++) {
            List<String> cells = cells(sample, c);
            if (!cells.stream().allMatch(DecimalMarks::mayHaveComma)) {
                continue;
            }
            Optional<String> comma =
                    cells.stream().filter(cell -> cell.indexOf(',') >= 0).findFirst();
            Optional<String> point =
                    cells.stream().filter(cell -> cell.indexOf('.') >= 0).findFirst();
            String name = sample.get(0).getField(c) + ": ";
            if (comma.isPresent()) {
                commas.add(c);
                boolean mayBeThousands = point.isEmpty()
                        && cells.stream()
                                .filter(cell -> cell.indexOf(',') >= 0)
                                .allMatch(n -> LIKE_THOUSANDS.matcher(n).matches());
                isProven |= !mayBeThousands;
                unclearComma = mayBeThousands ? name + comma.get() : unclearComma;
            } else if (point.isPresent()) {
                unclearPoint = numbers.contains(c) ? name + point.get() : unclearPoint;
            } else {
                whole.add(c);
            }
        }
        String unclear = !unclearPoint.isEmpty() ? unclearPoint : isProven ? "" : unclearComma;
        if (!unclear.isEmpty() && (isProven || format.separator() != ',')) {
            throw new UserError(
                    "A number may be a decimal or thousands (%s).%nMaybe say --decimal comma or --decimal point."
                            .formatted(unclear));
        }
        commas.addAll(whole);
        commas.retainAll(numbers);
        whole.retainAll(numbers);
        return isProven
                ? format.with(commas, Set.of())
                : format.with(Set.of(), format.separator() == ',' ? Set.of() : whole);
    }

    /** A number with a decimal comma, with or without points between thousands, as a program writes it. */
    static String withPoint(String cell) {
        if (GROUPED.matcher(cell.strip()).matches()) {
            return cell.replace(".", "").replace(',', '.');
        }
        return WITH_COMMA.matcher(cell.strip()).matches() ? cell.replace(',', '.') : cell;
    }

    /** A cell in a column that showed whole numbers only: what may be two numbers is made none, and says so. */
    static String proven(String cell) {
        boolean isUnclear = GROUPED.matcher(cell.strip()).matches()
                || WITH_COMMA.matcher(cell.strip()).matches();
        return isUnclear ? cell + " (decimal or thousands? say --decimal)" : cell;
    }

    private static boolean mayHaveComma(String cell) {
        return WITH_COMMA.matcher(cell).matches()
                || GROUPED.matcher(cell).matches()
                || WHOLE.matcher(cell).matches();
    }

    private static List<String> cells(List<CsvRecord> sample, int column) {
        List<String> cells = new ArrayList<>();
        for (CsvRecord row : sample.subList(1, sample.size())) {
            String cell = column < row.getFieldCount() ? row.getField(column).strip() : "";
            if (!cell.isEmpty()) {
                cells.add(cell);
            }
        }
        return cells;
    }
}
