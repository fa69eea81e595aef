package takt.cli.demo;

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
import takt.cli.UserError;
import takt.cli.command.Kind;
import takt.cli.source.Asked;
import takt.cli.source.Columns;
import takt.cli.source.SourceFile;

/** The sample data of the repository. */
public final class Sample {

    public static final String OEM = "BPNL00000000OEM0";
    public static final String PRESENT = "2001-04-02";
    private static final String WAREHOUSE = "BPNS00000000OEM2";

    /** One file to import. */
    public record Feed(Kind kind, SourceFile file) {}

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
    public List<Feed> feeds() {
        return List.of(
                feed(Kind.partners, "programme/partners"),
                feed(Kind.sites, "programme/sites"),
                feed(Kind.parts, "programme/parts"),
                feed(Kind.parts, "carparts/parts"),
                feed(Kind.vehicle_lines, "programme/vehicle_lines"),
                feed(Kind.usage, "programme/usage"),
                feed(Kind.bom_links, "programme/bom"),
                feed(Kind.supply_relations, "programme/supply_relations"),
                feed(Kind.supply_relations, "carparts/supply_relations"),
                feed(Kind.production_schedule, "programme/schedule"),
                feed(Kind.built_volume, "programme/built"),
                feed(Kind.demand, "programme/demand"),
                new Feed(
                        Kind.demand,
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

    private Feed feed(Kind kind, String name) {
        return new Feed(kind, new SourceFile(path(name)));
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
