package takt.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import takt.cli.UserError;
import takt.proto.type.v1.ImportRow;

class SourceFileTest {

    @TempDir
    Path folder;

    private SourceFile file(String name, byte[] content) throws IOException {
        return new SourceFile(
                Files.write(folder.resolve(name), content), Map.of("Menge", "demand"), Map.of("site", "S1"));
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
        SourceFile file = file("a.csv", bytes("part,Menge\nA,5\nB,\"1,000\"\n"));
        List<ImportRow> rows = new ArrayList<>();
        assertThat(file.columns()).containsExactly("part", "demand", "site");
        assertThat(file.read(rows::add).problem()).isEmpty();
        assertThat(rows).extracting(ImportRow::getLine).containsExactly(2L, 3L);
        assertThat(rows.get(1).getCellsList()).containsExactly("B", "1,000", "S1");
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
        assertThatThrownBy(() -> new SourceFile(folder.resolve("none.csv"), Map.of(), Map.of()).columns())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("none.csv");
        assertThatThrownBy(() -> file("text.csv.gz", bytes("part\nA\n")).columns())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("text.csv.gz");
    }

    @Test
    void aHugeCellIsCut() throws IOException {
        List<ImportRow> rows = new ArrayList<>();
        file("wide.csv", bytes("part,Menge\n" + "x".repeat(50_000) + ",1\n")).read(rows::add);
        assertThat(rows.get(0).getCells(0)).hasSize(1_000);
    }
}
