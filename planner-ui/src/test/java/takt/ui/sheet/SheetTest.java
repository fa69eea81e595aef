package takt.ui.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetTest {

    @TempDir
    Path folder;

    private static byte[] written(String json) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SheetWriter(new JsonFactory().createParser(json)).write(out);
        return out.toByteArray();
    }

    private List<List<String>> read(byte[] workbook) throws IOException {
        return SheetReader.read(Files.write(folder.resolve("answers.xlsx"), workbook));
    }

    @Test
    void aNumberIsANumberAndATextIsNoFormula() throws IOException {
        byte[] workbook = written("""
                {"about": [["Page", "/parts?search=x"], ["Version", 3]],
                 "rows": [["part", "next 4"], ["=cmd()", 1204.125], ["00017", null], ["\\u202eGNP", -0.001]]}
                """);
        try (ReadableWorkbook opened = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            List<Row> about = opened.getSheet(0).orElseThrow().read();
            assertThat(about.get(0).getCellText(1)).isEqualTo("/parts?search=x");
            assertThat(about.get(1).getCell(1).asNumber()).isEqualByComparingTo("3");
            List<Row> rows = opened.getSheet(1).orElseThrow().read();
            assertThat(rows).hasSize(4);
            assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(1).getCellText(0)).isEqualTo("=cmd()");
            assertThat(rows.get(1).getCell(1).asNumber()).isEqualByComparingTo(new BigDecimal("1204.125"));
            assertThat(rows.get(2).getCellText(0)).isEqualTo("00017");
        }
    }

    @Test
    void whatWasWrittenIsReadBackWithoutLoss() throws IOException {
        assertThat(
                        read(
                                written(
                                        "{\"about\": [], \"rows\": [[\"part\", \"2001-04-02\"], [\"A \\\"1\\\"\", 48], [\"B\", 0.125], [], [\"C\", null]]}")))
                .containsExactly(
                        List.of("part", "2001-04-02"),
                        List.of("A \"1\"", "48"),
                        List.of("B", "0.125"),
                        List.of(),
                        List.of("C"));
    }

    @Test
    void aNumberOfAGigabyteOfDigitsStaysSmall() throws IOException {
        byte[] workbook = written("{\"about\": [], \"rows\": [[1e300, 1e-300, 12345678901234567890]]}");
        assertThat(SheetReader.read(Files.write(folder.resolve("large.xlsx"), workbook))
                        .get(0))
                .hasSize(3)
                .allSatisfy(text -> assertThat(text).hasSizeLessThan(40));
        assertThatThrownBy(() -> written("{\"about\": [], \"rows\": [[1e999999999]]}"))
                .isInstanceOf(SheetWriter.NotASheet.class);
    }

    @Test
    void moreThanAWorkbookOfOursHoldsIsRefused() {
        String row =
                "[" + IntStream.rangeClosed(0, 200).mapToObj(String::valueOf).collect(Collectors.joining(",")) + "]";
        for (String json : List.of(
                "[]",
                "{}",
                "{\"about\": [], \"rows\": [1]}",
                "{\"about\": [], \"rows\": [[{}]]}",
                "{\"about\": [], \"rows\": [[true]]}",
                "{\"rows\": [], \"about\": []}",
                "{\"about\": [], \"rows\": []} []",
                "{\"about\": [], \"rows\": [" + row + "]}")) {
            assertThatThrownBy(() -> written(json)).as(json).isInstanceOf(SheetWriter.NotASheet.class);
        }
    }

    @Test
    void aFileThatIsNoWorkbookOrABombIsRefused() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 65; i++) {
                zip.write(zeros);
            }
        }
        ByteArrayOutputStream far = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(far)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>".getBytes());
        }
        for (byte[] file : List.of(new byte[0], "part;week".getBytes(), bomb.toByteArray(), far.toByteArray())) {
            assertThatThrownBy(() -> read(file)).isInstanceOf(SheetReader.UnreadableSheet.class);
        }
    }
}
