package takt.cli.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import takt.cli.term.UserError;

/** The sample data of the repository. */
public final class Sample {

    public static final String OEM = "BPNL00000000OEM0";
    public static final String PRESENT = "2001-04-02";
    private static final String WAREHOUSE = "BPNS00000000OEM2";

    /** One file to import. */
    public record Facts(String kind, SourceFile file) {}

    /** A row by column. */
    public record Row(Map<String, String> cells) {

        public String get(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new UserError("The sample has no column (%s), only %s.".formatted(column, cells.keySet()));
            }
            return cell;
        }
    }

    private final Path folder;

    public Sample(Path folder) {
        this.folder = folder;
    }

    /** Every file in the order in which it must be imported. */
    public List<Facts> facts() {
        return List.of(
                facts("partners", "programme/partners"),
                facts("sites", "programme/sites"),
                facts("parts", "programme/parts"),
                facts("parts", "carparts/parts"),
                facts("vehicle_lines", "programme/vehicle_lines"),
                facts("usage", "programme/usage"),
                facts("bom_links", "programme/bom"),
                facts("supply_relations", "programme/supply_relations"),
                facts("supply_relations", "carparts/supply_relations"),
                facts("production_schedule", "programme/schedule"),
                facts("built_volume", "programme/built"),
                facts("demand", "programme/demand"),
                new Facts(
                        "demand",
                        new SourceFile(
                                path("carparts/demand"),
                                new Columns(Map.of(), Map.of("site", WAREHOUSE)),
                                Asked.NOTHING)));
    }

    /** BPNL by name of every partner but the OEM. */
    public Map<String, String> suppliers() {
        Map<String, String> suppliers = new TreeMap<>();
        if (Files.exists(path("programme/partners"))) {
            rows("programme/partners").stream()
                    .filter(r -> !r.get("partner").equals(OEM))
                    .forEach(r -> suppliers.put(r.get("name"), r.get("partner")));
        }
        return suppliers;
    }

    /** The rows of a sample file by column. */
    public List<Row> rows(String name) {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path(name))), StandardCharsets.UTF_8))) {
            String[] header = in.readLine().split(",");
            return in.lines().map(line -> row(header, line.split(",", -1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String[] header, String[] cells) {
        Map<String, String> row = new TreeMap<>();
        for (int i = 0; i < header.length; i++) {
            row.put(header[i], cells[i]);
        }
        return new Row(row);
    }

    private Facts facts(String kind, String name) {
        return new Facts(kind, new SourceFile(path(name)));
    }

    private Path path(String name) {
        Path path = folder.resolve(name + ".csv.gz");
        if (!Files.exists(folder)) {
            throw new UserError(
                    "The sample data (%s) are missing.\nMaybe run takt from its checkout.".formatted(folder));
        }
        return path;
    }
}
