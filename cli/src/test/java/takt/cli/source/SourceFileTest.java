package takt.cli.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import takt.cli.term.UserError;
import takt.proto.type.v1.ImportRow;

class SourceFileTest {

    @TempDir
    Path folder;

    private SourceFile file(String name, byte[] content) throws IOException {
        return new SourceFile(
                Files.write(folder.resolve(name), content),
                new Columns(Map.of("demand", "Menge"), Map.of("site", "S1")),
                Asked.NOTHING);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes(text));
        }
        return out.toByteArray();
    }

    @Test
    void columnsAreRenamedAndConstantsAreAdded() throws IOException {
        SourceFile file = file("a.csv", bytes("part,Menge\nA,5\nB,\"1,000.5\"\n"));
        List<ImportRow> rows = new ArrayList<>();
        assertThat(file.columns()).containsExactly("part", "demand", "site");
        assertThat(file.read(rows::add).problem()).isEmpty();
        assertThat(rows).extracting(ImportRow::getLine).containsExactly(2L, 3L);
        assertThat(rows.get(1).getCellsList()).containsExactly("B", "1000.5", "S1");
    }

    @Test
    void aGzipFileCutInHalfGivesItsGoodRowsAndTheLineWhereItBreaks() throws IOException {
        StringBuilder text = new StringBuilder("part,Menge\n");
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            text.append("P")
                    .append(random.nextInt())
                    .append(",")
                    .append(random.nextInt(100))
                    .append("\n");
        }
        byte[] whole = gzip(text.toString());
        List<ImportRow> rows = new ArrayList<>();
        SourceFile.End end =
                file("half.csv.gz", Arrays.copyOf(whole, whole.length / 2)).read(rows::add);
        assertThat(rows).hasSizeBetween(5_000, 15_000);
        assertThat(end.line()).isGreaterThan(rows.size());
        assertThat(end.problem()).contains("breaks off");
    }

    @Test
    void anEmptyFileAMissingOneAndOneThatIsNoGzipSayWhatTheyAre() throws IOException {
        assertThatThrownBy(() -> file("empty.csv", new byte[0]).columns())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("EMPTY_FILE");
        assertThatThrownBy(() -> new SourceFile(folder.resolve("none.csv")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("none.csv");
        assertThatThrownBy(() -> file("text.csv.gz", bytes("part\nA\n")).columns())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("text.csv.gz");
    }

    @Test
    void aHugeCellIsCutJustAboveWhatAServiceTakes() throws IOException {
        List<ImportRow> rows = new ArrayList<>();
        file("wide.csv", bytes("part,Menge\n" + "x".repeat(1_000_000) + ",1\n" + "y,2\n"))
                .read(rows::add);
        assertThat(rows.get(0).getCells(0)).hasSize(1_001);
        assertThat(rows.get(1).getCellsList()).containsExactly("y", "2", "S1");
    }

    private List<List<String>> rows(SourceFile file) {
        List<List<String>> rows = new ArrayList<>();
        assertThat(file.read(row -> rows.add(List.copyOf(row.getCellsList()))).problem())
                .isEmpty();
        return rows;
    }

    @Test
    void anUnclosedQuotationMarkEndsTheFileAtItsLine() throws IOException {
        List<ImportRow> rows = new ArrayList<>();
        SourceFile.End end = file("open.csv", bytes("part,Menge\nA,1\n\"B,2\n" + "C,3\n".repeat(2_500_000)))
                .read(rows::add);
        assertThat(rows).hasSize(1);
        assertThat(end.line()).isEqualTo(3);
        assertThat(end.problem()).contains("quotation mark");
    }

    @Test
    void everyWayToWriteTheSameTableGivesTheSameRows() throws IOException {
        String table = "part,Menge\r\nM\u00FCller \u20AC,12.5\r\n\"two\nlines, \"\"quoted\"\"\",3\r\n";
        List<List<String>> wanted =
                List.of(List.of("M\u00FCller \u20AC", "12.5", "S1"), List.of("two\nlines, \"quoted\"", "3", "S1"));
        String semicolons = table.replace("part,", "part;")
                .replace("\u20AC,12.5", "\u20AC;12,5")
                .replace("\",3", "\";3");
        String tabs =
                table.replace("part,", "part\t").replace("\u20AC,", "\u20AC\t").replace("\",3", "\"\t3");
        Map<String, byte[]> ways = Map.of(
                "UTF-8 with a mark", bytes("\uFEFF" + table),
                "UTF-16LE, separator ;, decimal comma", ("\uFEFF" + semicolons).getBytes(StandardCharsets.UTF_16LE),
                "UTF-16BE", ("\uFEFF" + table).getBytes(StandardCharsets.UTF_16BE),
                "UTF-16LE", table.getBytes(StandardCharsets.UTF_16LE),
                "windows-1252, separator ;, decimal comma", semicolons.getBytes("windows-1252"),
                "tab-separated", bytes(tabs),
                "", bytes(table));
        for (Map.Entry<String, byte[]> way : ways.entrySet()) {
            SourceFile file = file("way.csv", way.getValue());
            assertThat(file.words()).isEqualTo(way.getKey().replace("UTF-8 with a mark", ""));
            assertThat(rows(file)).as(way.getKey()).isEqualTo(wanted);
            assertThat(file.columns()).containsExactly("part", "demand", "site");
        }
    }

    @Test
    void aNumberThatMayBeThousandsMustBeExplained() throws IOException {
        byte[] content = bytes("part;demand\nA;1,234\nB;2,000\n");
        Path path = Files.write(folder.resolve("unclear.csv"), content);
        assertThatThrownBy(() -> new SourceFile(path))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--decimal comma or --decimal point");
        SourceFile comma = new SourceFile(path, Columns.AS_THEY_ARE, new Asked(null, null, true));
        assertThat(rows(comma)).containsExactly(List.of("A", "1.234"), List.of("B", "2.000"));
    }

    @Test
    void onlyColumnsOfNumbersLoseTheirComma() throws IOException {
        byte[] content = bytes("part;description;demand\nA;2,5;1,234\nB;Ring 2,5;7,5\n");
        assertThat(rows(new SourceFile(Files.write(folder.resolve("text.csv"), content))))
                .containsExactly(List.of("A", "2,5", "1.234"), List.of("B", "Ring 2,5", "7.5"));
    }

    private List<List<String>> written(String text, Asked asked) throws IOException {
        Path path = Files.write(folder.resolve("numbers.csv"), bytes(text));
        return rows(new SourceFile(path, Columns.AS_THEY_ARE, asked));
    }

    @Test
    void pointsBetweenThousandsAreReadOrAskedAboutAndNeverTakenForDecimals() throws IOException {
        Asked comma = new Asked(null, null, true);
        assertThat(written("part;demand\nA;850\nB;1.234\nC;12.500\n", comma))
                .extracting(row -> row.get(1))
                .containsExactly("850", "1234", "12500");
        assertThat(written("part;demand\nA;850,5\nB;1.234\nC;1.234,5\n", Asked.NOTHING))
                .extracting(row -> row.get(1))
                .containsExactly("850.5", "1234", "1234.5");
        assertThatThrownBy(() -> written("part;demand\nA;850\nB;1.234\n", Asked.NOTHING))
                .hasMessageContaining("may be a decimal or thousands (demand: 1.234)");
        assertThatThrownBy(() -> written("part;price;demand\nA;3,50;1.234\n", Asked.NOTHING))
                .hasMessageContaining("demand: 1.234");
        StringBuilder late = new StringBuilder("part;demand\n");
        for (int i = 0; i < 1_000; i++) {
            late.append("A-").append(i).append(";850\n");
        }
        late.append("B;1.234\n");
        assertThatThrownBy(() -> written(late.toString(), Asked.NOTHING))
                .as("the file as a whole is asked about, not its last row")
                .hasMessageContaining("demand: 1.234");
        assertThat(written(late.toString(), comma).get(1_000)).containsExactly("B", "1234");
        assertThat(written("part;demand\n1.234.567;1.234\n", comma)).containsExactly(List.of("1.234.567", "1234"));
        assertThat(written("part;demand\nA;1.25\nB;1.234\nC;0.375\n", Asked.NOTHING))
                .as("decimals, some with three digits")
                .extracting(row -> row.get(1))
                .containsExactly("1.25", "1.234", "0.375");
        assertThatThrownBy(() -> written("part,demand\nA,980\nB,1.234\nC,12.500\n", Asked.NOTHING))
                .as("a file with commas may hold thousands as well")
                .hasMessageContaining("--decimal");
        assertThat(written("part,demand\nA,980\nB,1.234\nC,12.500\n", new Asked(null, null, false))
                        .get(1))
                .containsExactly("B", "1.234");
    }

    private List<String> demand(String separator, String... numbers) throws IOException {
        StringBuilder text = new StringBuilder("part" + separator + "demand\n");
        for (String number : numbers) {
            text.append("A").append(separator).append('"').append(number).append("\"\n");
        }
        return written(text.toString(), Asked.NOTHING).stream()
                .map(r -> r.get(1))
                .toList();
    }

    @Test
    void numbersOfErpSystemsAreReadAsTheyAreMeant() throws IOException {
        assertThat(demand(";", "980,000", "1.234,000", "12.500,000"))
                .containsExactly("980.000", "1234.000", "12500.000");
        assertThat(demand(",", "980", "1,234.50", "999.25")).containsExactly("980", "1234.50", "999.25");
        assertThat(demand(";", "980", "1 234", "12 500")).containsExactly("980", "1234", "12500");
        assertThat(demand(";", "1\u00A0234", "12\u202F500", "980\u00A0")).containsExactly("1234", "12500", "980");
        assertThat(demand(";", "1'234", "12\u2019500.5")).containsExactly("1234", "12500.5");
        assertThat(demand(",", "412-", "(412)", "-5", "\u22127")).containsExactly("-412", "-412", "-5", "-7");
        assertThat(demand(",", "1E+05", "412 ST", "n/a")).containsExactly("1E+05", "412 ST", "n/a");
        assertThatThrownBy(() -> demand(",", "980", "1,234", "12,500")).hasMessageContaining("demand: 1,234");
        assertThatThrownBy(() -> demand(";", "1,5", "2.5"))
                .hasMessageContaining("1,5")
                .hasMessageContaining("2.5");
    }

    private List<String> dates(String column, String... cells) throws IOException {
        StringBuilder text = new StringBuilder("part;" + column + ";demand\n");
        for (String cell : cells) {
            text.append("A;").append(cell).append(";1\n");
        }
        return written(text.toString(), Asked.NOTHING).stream()
                .map(r -> r.get(1))
                .toList();
    }

    @Test
    void datesAndWeeksAreReadAsPeopleWriteThem() throws IOException {
        assertThat(dates("day", "06.04.2026", "20260413", "2026/4/20", "46113"))
                .containsExactly("2026-04-06", "2026-04-13", "2026-04-20", "2026-04-01");
        assertThat(dates(
                        "week",
                        "KW14/2026",
                        "15/2026",
                        "CW16 2026",
                        "2026 KW 17",
                        "2026W14",
                        "2026-w15",
                        "2026-W16-1",
                        "2026-W7",
                        "202618"))
                .containsExactly(
                        "2026-W14",
                        "2026-W15",
                        "2026-W16",
                        "2026-W17",
                        "2026-W14",
                        "2026-W15",
                        "2026-W16",
                        "2026-W07",
                        "2026-W18");
        assertThat(dates("month", "Apr 2026", "05/2026", "2026-6", "202607", "Okt 2026"))
                .containsExactly("2026-04", "2026-05", "2026-06", "2026-07", "2026-10");
        assertThat(dates("month", "Jan-26", "Mrz 2026", "J\u00E4n. 2026", "Dec '98", "September 2026", "Sept-26"))
                .containsExactly("2026-01", "2026-03", "2026-01", "1998-12", "2026-09", "2026-09");
        assertThat(dates("month", "Marge 10", "Junk 26"))
                .as("a word that only begins like a month is none")
                .containsExactly("Marge 10", "Junk 26");
        assertThat(dates(
                        "day",
                        "2026-04-06 00:00:00",
                        "2026-04-07T00:00:00.000Z",
                        "08.04.2026 00:00",
                        "2026-04-09 13:30"))
                .as("midnight is the day; another hour is left to be refused")
                .containsExactly("2026-04-06", "2026-04-07", "2026-04-08", "2026-04-09 13:30");
        assertThat(dates("day", "4/6/2026", "4/13/2026")).containsExactly("2026-04-06", "2026-04-13");
        assertThat(dates("day", "06.04.26"))
                .as("a year of two digits is left to be refused")
                .containsExactly("06.04.26");
        assertThatThrownBy(() -> dates("day", "4/6/2026", "5/6/2026")).hasMessageContaining("--date-format");
        assertThat(written("part;day;demand\nA;4/6/2026;1\n", new Asked(null, null, null, "dd/MM/yyyy", SameKey.refuse))
                        .get(0))
                .as("what is advised works: a day that stands alone may have one digit")
                .containsExactly("A", "2026-06-04", "1");
        assertThat(written(
                                "part;day;demand\nA;04/06/2026;1\n",
                                new Asked(null, null, null, "dd/MM/yyyy", SameKey.refuse))
                        .get(0))
                .containsExactly("A", "2026-06-04", "1");
    }

    @Test
    void plansAsPeopleLayThemOutAreRead() throws IOException {
        assertThat(written(
                        "Demand plan plant 1\nprinted 2026-11-20\npart;site;month;demand\nA;S;2026-01;100\n",
                        Asked.NOTHING))
                .containsExactly(List.of("A", "S", "2026-01", "100"));
        assertThat(written("part;site;2026-01;2026-02;2026-03\nA;S;100;;120\n", Asked.NOTHING))
                .containsExactly(List.of("A", "S", "2026-01", "100"), List.of("A", "S", "2026-03", "120"));
        StringBuilder wide = new StringBuilder("part;site");
        for (int week = 1; week <= 52; week++) {
            wide.append(";KW").append(week).append("/2025");
        }
        for (int week = 1; week <= 28; week++) {
            wide.append(";KW").append(week).append("/2026");
        }
        wide.append("\nA;S").append(";5".repeat(80)).append('\n');
        assertThat(written(wide.toString(), Asked.NOTHING)).hasSize(80).contains(List.of("A", "S", "2026-W28", "5"));
        assertThat(written("part;site;month;\"demand\n(pieces)\"\nA;S;2026-08;100\n", Asked.NOTHING))
                .containsExactly(List.of("A", "S", "2026-08", "100"));
    }

    private static Asked dated(String format) {
        return new Asked(null, null, null, format, SameKey.refuse);
    }

    @Test
    void aPartNumberShownWithItsZerosIsReadWithThem() throws IOException {
        Path book = folder.resolve("zeros.xlsx");
        try (Workbook workbook = new Workbook(Files.newOutputStream(book), "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("demand");
            sheet.value(0, 0, "part");
            sheet.value(0, 1, "demand");
            sheet.value(1, 0, 10_045_678);
            sheet.style(1, 0).format("000000000000000000").set();
            sheet.value(1, 1, 7);
            sheet.value(2, 0, 10_045_678);
            sheet.value(2, 1, 8);
        }
        assertThat(rows(new SourceFile(book)))
                .containsExactly(List.of("000000000010045678", "7"), List.of("10045678", "8"));
    }

    /** A column a month, by its first day as spreadsheets write it, is never taken for some weeks and some mistakes. */
    @Test
    void columnsNamedByDaysAreWeeksOrMonthsAsAWhole() throws IOException {
        assertThat(written("part;site;2026-05-01;2026-06-01;2026-07-01\nA;S;5;6;7\n", Asked.NOTHING))
                .as("1 June 2026 is a Monday")
                .containsExactly(
                        List.of("A", "S", "2026-05-01", "5"),
                        List.of("A", "S", "2026-06-01", "6"),
                        List.of("A", "S", "2026-07-01", "7"));
        assertThat(file("firsts.csv", bytes("part;2026-05-01;2026-06-01;2026-07-01\nA;5;6;7\n"))
                        .words())
                .contains("a column a month");
        assertThat(file("mondays.csv", bytes("part,06/01/2020,06/08/2020,06/15/2020\nA,5,6,7\n"))
                        .words())
                .contains("a column a week");
        assertThat(written("part,site,01/01/2018,02/01/2018,03/01/2018\nA,S,5,6,7\n", Asked.NOTHING))
                .as("as days of January they would be nothing")
                .contains(List.of("A", "S", "2018-02-01", "6"));
        assertThatThrownBy(() -> file("sundays.csv", bytes("part;2026-05-03;2026-05-10;2026-05-17\nA;5;6;7\n")))
                .hasMessageContaining("neither all Mondays nor all firsts of a month");
        assertThatThrownBy(() -> file("slashes.csv", bytes("part,05/03/2026,05/04/2026,05/05/2026\nA,5,6,7\n")))
                .hasMessageContaining("--date-format");
        assertThat(written("part,1/3/2026,1/4/2026,1/5/2026\nA,5,6,7\n", dated("d/M/yyyy")))
                .contains(List.of("A", "2026-04-01", "6"));
    }

    @Test
    void ofAWeekWithALineThatIsNoNumberNothingIsAddedUp() throws IOException {
        String lines =
                "part;site;week;demand\nA;S;2026-09-07;40\nA;S;2026-09-07;25 ST\nA;S;2026-W37;35\nB;S;2026-W37;7\n";
        assertThat(written(lines, new Asked(null, null, null, null, SameKey.add)))
                .as("one row to mend; the week has two spellings")
                .containsExactly(List.of("A", "S", "2026-W37", "40 + 25 ST + 35"), List.of("B", "S", "2026-W37", "7"));
    }

    /** Order lines 40 + 25 + 35 of one week are 100, or none of them, or the last: as is said. */
    @Test
    void severalRowsOfOneWeekAreAddedWhereThatIsSaid() throws IOException {
        String lines =
                "part;site;week;order;demand\nA;S;2026-09-07;A1;40\nA;S;2026-09-07;A2;25\nA;S;2026-09-14;A3;30\nA;S;2026-09-07;A4;35\n";
        assertThat(written(lines, new Asked(null, null, null, null, SameKey.add)))
                .extracting(r -> r.get(2) + " " + r.get(4))
                .containsExactly("2026-09-14 30", "2026-09-07 100");
        assertThat(written(lines, new Asked(null, null, null, null, SameKey.last)))
                .extracting(r -> r.get(2) + " " + r.get(4))
                .containsExactly("2026-09-14 30", "2026-09-07 35");
        assertThat(written(lines, Asked.NOTHING)).hasSize(4);
    }

    @Test
    void anUnclosedQuotationMarkDoesNotSwallowTheRowsAfterIt() throws IOException {
        SourceFile file =
                new SourceFile(Files.write(folder.resolve("open.csv"), bytes("site,name\nS0,Ok\nS1,\"Foo\nS2,Bar\n")));
        List<ImportRow> rows = new ArrayList<>();
        SourceFile.End end = file.read(rows::add);
        assertThat(rows).hasSize(1);
        assertThat(end.line()).isEqualTo(3);
        assertThat(end.problem()).contains("quotation mark is not closed");
    }

    @Test
    void oneBrokenByteDoesNotMakeWindows1252OfUtf8() throws IOException {
        byte[] good = "part,description\nA,Getriebe für Öl\n".getBytes(StandardCharsets.UTF_8);
        byte[] broken = "part,description\nA,Getriebe für Öl\nB,x\n".getBytes(StandardCharsets.UTF_8);
        broken[broken.length - 2] = (byte) 0xFC;
        assertThatThrownBy(() -> new SourceFile(Files.write(folder.resolve("broken.csv"), broken)))
                .hasMessageContaining("UTF-8 but for some bytes");
        byte[] cut = Arrays.copyOf(good, good.length + 1);
        cut[good.length] = (byte) 0xC3; // the first half of a character
        assertThat(rows(new SourceFile(Files.write(folder.resolve("cut.csv"), cut)))
                        .get(0))
                .containsExactly("A", "Getriebe für Öl");
    }

    @Test
    void aSavedNameDoesNotTakeOurOwnColumnAway() throws IOException {
        Path path = Files.write(folder.resolve("own.csv"), bytes("part,demand,unit\nA,5,TNE\n"));
        Columns saved = new Columns(Map.of("unit", "ME"), Map.of());
        assertThat(new SourceFile(path, saved, Asked.NOTHING).columns()).containsExactly("part", "demand", "unit");
    }

    @Test
    void aWorkbookWithTheDatesOf1904AndFormattedEmptyCellsIsReadAsItLooks() throws IOException {
        Path plain = folder.resolve("plain.xlsx");
        try (Workbook book = new Workbook(Files.newOutputStream(plain), "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("demand");
            sheet.value(0, 0, "part");
            sheet.value(0, 1, "day");
            sheet.style(0, 2).bold().set();
            sheet.style(0, 3).bold().set();
            sheet.value(1, 0, "A-1");
            sheet.value(1, 1, 43830);
            sheet.style(1, 1).format("yyyy-mm-dd").set();
            sheet.style(1, 2).bold().set();
        }
        assertThat(rows(new SourceFile(plain))).containsExactly(List.of("A-1", "2019-12-31"));
        Path mac = folder.resolve("mac.xlsx");
        try (ZipFile zip = new ZipFile(plain.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(mac))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = zip.getInputStream(entry).readAllBytes();
                out.write(
                        entry.getName().equals("xl/workbook.xml")
                                ? bytes(new String(content, StandardCharsets.UTF_8)
                                        .replaceFirst("<workbookPr[^>]*>", "<workbookPr date1904=\"1\"/>"))
                                : content);
            }
        }
        assertThat(rows(new SourceFile(mac))).containsExactly(List.of("A-1", "2024-01-01"));
    }

    @Test
    void aWorkbookIsReadWithItsDatesAndNumbers() throws IOException {
        Path path = folder.resolve("book.xlsx");
        try (Workbook book = new Workbook(Files.newOutputStream(path), "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("demand");
            sheet.value(0, 0, "Part");
            sheet.value(0, 1, "Day");
            sheet.value(0, 2, "Demand");
            sheet.value(1, 0, "A-1");
            sheet.value(1, 1, LocalDate.of(2001, 3, 5));
            sheet.style(1, 1).format("dd.MM.yyyy").set();
            sheet.value(1, 2, 412);
            sheet.value(2, 0, 123_456_789_012_345L);
            sheet.value(2, 1, "2001-03-06");
            sheet.value(2, 2, 0.1 + 0.2);
            sheet.value(4, 0, "only a part");
        }
        SourceFile file = new SourceFile(path);
        assertThat(file.columns()).containsExactly("part", "day", "demand");
        assertThat(rows(file))
                .containsExactly(
                        List.of("A-1", "2001-03-05", "412"),
                        List.of("123456789012345", "2001-03-06", "0.3"),
                        List.of("only a part", "", ""));
    }

    @Test
    void bombsAreRefusedAtTheirBound() throws IOException {
        Path gzip = folder.resolve("bomb.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            out.write(bytes("part,demand\n"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                out.write(zeros);
            }
        }
        assertThatThrownBy(() -> new SourceFile(gzip))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("BOMB");
        Path zip = folder.resolve("bomb.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                out.write(zeros);
            }
        }
        assertThatThrownBy(() -> new SourceFile(zip))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("BOMB");
    }

    @Test
    void theHashTellsContentColumnsAndConstantsApart() throws IOException {
        Path path = Files.write(folder.resolve("hash.csv"), bytes("part,Menge\nA,1\n"));
        SourceFile one =
                new SourceFile(path, new Columns(Map.of("demand", "Menge"), Map.of("site", "S1")), Asked.NOTHING);
        SourceFile same =
                new SourceFile(path, new Columns(Map.of("Menge", "demand"), Map.of("site", "S1")), Asked.NOTHING);
        SourceFile other =
                new SourceFile(path, new Columns(Map.of("demand", "Menge"), Map.of("site", "S2")), Asked.NOTHING);
        assertThat(one.contentHash()).hasSize(64).isEqualTo(same.contentHash()).isNotEqualTo(other.contentHash());
    }

    @Test
    void columnsThatAreNotThereOrStandTwiceAreRefused() throws IOException {
        assertThatThrownBy(() -> file("lacks.csv", bytes("part,qty\nA,1\n")).columns())
                .hasMessageContaining("neither (demand) nor (Menge)");
        assertThatThrownBy(() ->
                        file("twice.csv", bytes("part,Menge,Part\nA,1,B\n")).columns())
                .hasMessageContaining("(part) stands twice");
        assertThatThrownBy(
                        () -> file("set.csv", bytes("part,Menge,site\nA,1,B\n")).columns())
                .hasMessageContaining("(site) is there already");
    }

    @Test
    void savedColumnsComeBackAndAreKeptApartByKind() {
        Columns columns = new Columns(Map.of("demand", "Menge"), Map.of("site", "S1"));
        new SavedColumns(folder, "erp-1", "demand").save(columns);
        assertThat(new SavedColumns(folder, "erp-1", "demand").load()).isEqualTo(columns);
        assertThat(new SavedColumns(folder, "erp-1", "parts").load()).isEqualTo(Columns.AS_THEY_ARE);
        assertThatThrownBy(() -> new SavedColumns(folder, "../etc", "demand")).isInstanceOf(UserError.class);
    }

    @Test
    void whateverTheBytesAreTheFileIsReadOrRefusedAndNothingElse() throws IOException {
        Random random = new Random(5);
        byte[] good = bytes("part,Menge\nA-1,5\n\"B \"\"2\"\"\",6.5\nC;3,7\n");
        for (int i = 0; i < 3_000; i++) {
            byte[] spoilt = good.clone();
            for (int k = random.nextInt(6); k >= 0; k--) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
            }
            String name = List.of("f.csv", "f.csv.gz", "f.xlsx", "f.tsv").get(i % 4);
            byte[] content = i % 8 == 1 ? gzip(new String(spoilt, StandardCharsets.ISO_8859_1)) : spoilt;
            try {
                Path path = Files.write(folder.resolve(name), content);
                new SourceFile(path).read(row -> assertThat(row.getCellsCount()).isBetween(1, 65));
            } catch (UserError expected) {
                assertThat(expected.getMessage()).isNotBlank();
            }
        }
    }
}
