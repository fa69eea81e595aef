package takt.samples;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * Spoils a copy of monthly demand the way files are spoilt in the field, and writes down what it did: {@code java
 * Spoiler.java demand.csv.gz SITE spoilt.csv faults.csv SEED}. The spoilt file has the columns {@code
 * part,site,month,demand,unit}; each fault names its line, the way, the reason code that a firewall should give, and the
 * cells as they were.
 */
public final class Spoiler {

    private static final int ROWS_A_WAY = 6;
    private static final int PART = 0;
    private static final int SITE = 1;
    private static final int MONTH = 2;
    private static final int DEMAND = 3;
    private static final int UNIT = 4;

    /** A named way, and the reason code for it. */
    enum Way {
        PART_WITH_DASHES("PART_UNKNOWN", PART, (part, dice) -> part.substring(0, 4) + "-" + part.substring(4)),
        PART_WITH_BLANKS("PART_UNKNOWN", PART, (part, dice) -> part.substring(0, 3) + " " + part.substring(3)),
        PART_WITH_SLASHES("PART_UNKNOWN", PART, (part, dice) -> part.substring(0, 2) + "/" + part.substring(2)),
        PART_WITH_LEADING_ZEROS("PART_UNKNOWN", PART, (part, dice) -> "00" + part),
        PART_WITH_LETTER_O("PART_UNKNOWN", PART, (part, dice) -> part.replace('0', 'O')),
        PART_WITH_LETTER_I("PART_UNKNOWN", PART, (part, dice) -> part.replace('1', 'I')),
        PART_IS_A_FORMULA("PART_UNKNOWN", PART, (part, dice) -> "=cmd|' /C calc'!A" + dice.nextInt(1000)),
        SITE_IN_SMALL_LETTERS("SITE_UNKNOWN", SITE, (site, dice) -> site.toLowerCase(Locale.ROOT)),
        SITE_WITH_LETTER_O("SITE_UNKNOWN", SITE, (site, dice) -> site.replace('0', 'O')),
        MONTH_THAT_IS_NONE("DATE_INVALID", MONTH, (month, dice) -> month.substring(0, 5) + "13"),
        MONTH_IN_ANOTHER_STYLE(
                "DATE_INVALID", MONTH, (month, dice) -> month.substring(5) + "/" + month.substring(2, 4)),
        DAY_IN_THE_MIDDLE("NOT_A_BUCKET", MONTH, (month, dice) -> month + "-17"),
        YEAR_FAR_AWAY("DATE_OUT_OF_RANGE", MONTH, (month, dice) -> "3" + month.substring(1)),
        DEMAND_BELOW_ZERO("NEGATIVE_QUANTITY", DEMAND, (demand, dice) -> "-" + (1 + dice.nextInt(500))),
        DEMAND_IN_WORDS("NOT_A_NUMBER", DEMAND, (demand, dice) -> "n/a"),
        DEMAND_LEFT_OUT("VALUE_MISSING", DEMAND, (demand, dice) -> ""),
        DEMAND_WITH_EXPONENT("NOT_A_NUMBER", DEMAND, (demand, dice) -> "1E+03"),
        DEMAND_TOO_FINE("QUANTITY_TOO_FINE", DEMAND, (demand, dice) -> demand + ".00" + (11 + dice.nextInt(80))),
        DEMAND_TOO_LARGE("QUANTITY_TOO_LARGE", DEMAND, (demand, dice) -> "99999999999999"),
        UNIT_BY_A_USUAL_NAME("UNIT_UNKNOWN", UNIT, (unit, dice) -> "ST"),
        UNIT_OF_ANOTHER_DIMENSION("UNIT_MISMATCH", UNIT, (unit, dice) -> "KGM"),
        CONTROL_CHARACTER(
                "CONTROL_CHARACTER", PART, (part, dice) -> part.substring(0, 3) + "\u0007" + part.substring(3)),
        CELL_WITHOUT_END("CELL_TOO_LONG", PART, (part, dice) -> part.repeat(1000)),
        ONE_CELL_TOO_MANY("MALFORMED_ROW", UNIT, (unit, dice) -> unit + ",x"),
        ONE_CELL_TOO_FEW("MALFORMED_ROW", UNIT, (unit, dice) -> ""),
        SAID_TWICE_WITH_ANOTHER_DEMAND(
                "DUPLICATE_ROW",
                DEMAND,
                (demand, dice) -> String.valueOf(Integer.parseInt(demand) + 1 + dice.nextInt(9)));

        private final String reason;
        private final int column;
        private final BiFunction<String, Random, String> spoil;

        Way(String reason, int column, BiFunction<String, Random, String> spoil) {
            this.reason = reason;
            this.column = column;
            this.spoil = spoil;
        }

        String spoil(String[] cells, Random dice) {
            String[] spoilt = cells.clone();
            spoilt[column] = spoil.apply(cells[column], dice);
            return this == ONE_CELL_TOO_FEW ? String.join(",", Arrays.copyOf(spoilt, UNIT)) : String.join(",", spoilt);
        }
    }

    private Spoiler() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 5) {
            System.err.println("java Spoiler.java demand.csv.gz SITE spoilt.csv faults.csv SEED");
            System.exit(2);
        }
        List<String[]> clean = read(Path.of(arguments[0]), arguments[1]);
        Random dice = new Random(Long.parseLong(arguments[4]));
        List<String> rows = new ArrayList<>();
        clean.forEach(cells -> rows.add(String.join(",", cells)));
        List<String> faults = spoil(clean, rows, dice);
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[2]))) {
            out.write("part,site,month,demand,unit\n");
            for (String row : rows) {
                out.write(row + "\n");
            }
        }
        Files.writeString(
                Path.of(arguments[3]),
                "line,way,reason,part,site,month,demand,unit\n" + String.join("\n", faults) + "\n");
    }

    /** Each way spoils rows of its own; what was said twice comes at the end. */
    private static List<String> spoil(List<String[]> clean, List<String> rows, Random dice) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, clean.size()).boxed().toList());
        Collections.shuffle(order, dice);
        List<String> faults = new ArrayList<>();
        int next = 0;
        for (Way way : Way.values()) {
            for (int done = 0; done < ROWS_A_WAY; next++) {
                int row = order.get(next);
                String[] cells = clean.get(row);
                String spoilt = way.spoil(cells, dice);
                if (spoilt.equals(String.join(",", cells))) {
                    continue; // no such character in it
                }
                int line = row;
                if (way == Way.SAID_TWICE_WITH_ANOTHER_DEMAND) {
                    line = rows.size();
                    rows.add(spoilt);
                } else {
                    rows.set(row, spoilt);
                }
                faults.add("%d,%s,%s,%s".formatted(line + 2, way, way.reason, String.join(",", cells)));
                done++;
            }
        }
        return faults;
    }

    private static List<String[]> read(Path demand, String site) throws IOException {
        try (InputStream file = Files.newInputStream(demand);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> new String[] {cells[0], site, cells[1], cells[2], "H87"})
                    .toList();
        }
    }
}
