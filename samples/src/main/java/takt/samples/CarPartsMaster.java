package takt.samples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * Writes the master data that the real car-parts demand comes without: a row per part, and which made-up
 * supplier delivers it. {@code java -cp samples/target/classes takt.samples.CarPartsMaster samples/carparts}.
 */
public final class CarPartsMaster {

    private static final List<String> SUPPLIERS = List.of("BPNL00000000T109", "BPNL00000000T110", "BPNL00000000T111");

    private CarPartsMaster() {}

    static Map<String, Table> tables(Iterable<String> partNumbers) {
        Table parts = new Table("part,description,unit,family,category");
        Table relations = new Table(
                "part,customer,customer_site,supplier,share,lead_time_weeks,pack_size,firm_weeks,production_weeks,material_weeks,answer_days");
        for (String part : partNumbers) {
            parts.row(part, "Spare part " + part, "H87", "SPARES", "A1S1");
            String supplier = SUPPLIERS.get(Math.floorMod(part.hashCode(), SUPPLIERS.size()));
            relations.row(part, Network.OEM, Network.WAREHOUSE, supplier, 1, 2, 1, 4, 8, 12, 5);
        }
        Map<String, Table> tables = new TreeMap<>();
        tables.put("parts", parts);
        tables.put("supply_relations", relations);
        return tables;
    }

    static TreeSet<String> partNumbers(Path demand) throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(demand)), StandardCharsets.UTF_8))) {
            TreeSet<String> parts = new TreeSet<>();
            in.lines().skip(1).forEach(line -> parts.add(line.substring(0, line.indexOf(','))));
            return parts;
        }
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        for (var table : tables(partNumbers(folder.resolve("demand.csv.gz"))).entrySet()) {
            table.getValue().write(folder.resolve(table.getKey() + ".csv.gz"));
        }
    }
}
