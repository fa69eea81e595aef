package takt.cli.term;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import takt.proto.ingest.v1.QuarantineCount;

/** Tables for people, JSON for programs. */
class TermTest {

    private final StringWriter words = new StringWriter();
    private final PrintWriter out = new PrintWriter(words, true);

    @Test
    void aColumnIsAsWideAsWhatStandsInItAndNumbersStandToTheRight() {
        new Grid("model", ">series", "")
                .row("theta", "7", "")
                .row("nb-ew-slow", "12,345", "late")
                .print(out);
        out.flush();
        assertThat(words.toString().lines())
                .containsExactly("  model       series", "  theta            7", "  nb-ew-slow  12,345  late");
    }

    @Test
    void rowsAreOneArrayWhateverStandsInThem() throws Exception {
        try (JsonRows rows = new JsonRows(out)) {
            rows.add(Map.of("segment", "say \"hello\"\n\\"));
            rows.add(
                    Map.of("row", "F12"),
                    QuarantineCount.newBuilder().setSource("a \"b\"").setRows(3).build());
        }
        JsonNode all = new ObjectMapper().readTree(words.toString());
        assertThat(all.get(0).get("segment").asText()).isEqualTo("say \"hello\"\n\\");
        assertThat(all.get(1).get("row").asText()).isEqualTo("F12");
        assertThat(all.get(1).get("source").asText()).isEqualTo("a \"b\"");
        assertThat(words.toString().lines()).hasSize(4);
    }

    @Test
    void nothingIsAnEmptyArray() {
        new JsonRows(out).close();
        assertThat(words.toString().strip()).isEqualTo("[]");
    }
}
