package takt.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import takt.cli.Takt;

/**
 * Forecasts of the committed samples, kept when they were last looked at. A change that moves them must be meant: look
 * at the accuracy first ({@code benchmarks/accuracy.sh}), then run this test with {@code -Dgolden.write=true} and
 * commit what it wrote.
 */
class GoldenTest {

    private static final Path SAMPLES = Path.of("..", "samples");
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final int PARTS = 300;

    @TempDir
    Path folder;

    @Test
    void carPartsAreForecastAsBefore() throws IOException {
        check(
                "carparts.csv",
                "--demand",
                firstParts(SAMPLES.resolve("carparts/demand.csv.gz"), PARTS).toString(),
                "--origin",
                "2001-03",
                "--horizon",
                "12");
    }

    @Test
    void scheduledPartsAreForecastAsBefore() throws IOException {
        check(
                "programme.csv",
                "--demand",
                SAMPLES.resolve("programme/demand.csv.gz").toString(),
                "--schedule",
                SAMPLES.resolve("programme/schedule.csv.gz").toString(),
                "--built",
                SAMPLES.resolve("programme/built.csv.gz").toString(),
                "--usage",
                SAMPLES.resolve("programme/usage.csv.gz").toString(),
                "--origin",
                "last",
                "--horizon",
                "26",
                "--models",
                "schedule-driven,schedule-regression,blend-schedule,seasonal-naive,nb-ew");
    }

    /** The rows of the first parts, which stand together in the file. */
    private Path firstParts(Path file, int parts) throws IOException {
        List<String> rows = new ArrayList<>();
        String last = "";
        int seen = 0;
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            rows.add(reader.readLine());
            for (String row = reader.readLine(); row != null; row = reader.readLine()) {
                String part = row.substring(0, row.indexOf(','));
                seen += part.equals(last) ? 0 : 1;
                last = part;
                if (seen > parts) {
                    break;
                }
                rows.add(row);
            }
        }
        return Files.write(folder.resolve("demand.csv"), rows);
    }

    private void check(String golden, String... arguments) throws IOException {
        Path out = folder.resolve("forecast.csv");
        StringWriter err = new StringWriter();
        CommandLine command = Takt.commandLine();
        command.setErr(new PrintWriter(err, true));
        List<String> all =
                new ArrayList<>(List.of("lab", "forecast", "--levels", "0.1,0.5,0.9", "--out", out.toString()));
        all.addAll(List.of(arguments));
        assertThat(command.execute(all.toArray(String[]::new)))
                .as(err.toString())
                .isZero();
        List<String> ends = ends(Files.readAllLines(out));
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.write(GOLDEN.resolve(golden), ends);
        }
        List<String> before = Files.readAllLines(GOLDEN.resolve(golden));
        assertThat(ends).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            compare(ends.get(i), before.get(i));
        }
    }

    /** The header and each part's first and last step. */
    private static List<String> ends(List<String> rows) {
        List<String> ends = new ArrayList<>(List.of(rows.get(0)));
        for (int i = 1; i < rows.size(); i++) {
            boolean first = !part(rows.get(i)).equals(part(rows.get(i - 1)));
            boolean last = i == rows.size() - 1 || !part(rows.get(i)).equals(part(rows.get(i + 1)));
            if (first || last) {
                ends.add(rows.get(i));
            }
        }
        return ends;
    }

    private static String part(String row) {
        return row.substring(0, row.indexOf(','));
    }

    private static void compare(String row, String before) {
        String[] now = row.split(",");
        String[] then = before.split(",");
        assertThat(now).as(before).hasSameSizeAs(then);
        for (int i = 0; i < now.length; i++) {
            if (i < 3 || now[0].equals("part")) {
                assertThat(now[i]).as(before).isEqualTo(then[i]);
            } else {
                double expected = Double.parseDouble(then[i]);
                assertThat(Double.parseDouble(now[i])).as(before).isCloseTo(expected, within(1e-6 * (1 + expected)));
            }
        }
    }
}
