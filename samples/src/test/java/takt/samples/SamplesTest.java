package takt.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final Path PROGRAMME = Path.of("programme");
    private static final Path CAR_PARTS = Path.of("carparts");

    private static String committed(Path folder, String name) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(name + ".csv.gz")))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String[]> rows(String name) throws IOException {
        return committed(PROGRAMME, name)
                .lines()
                .skip(1)
                .map(l -> l.split(",", -1))
                .toList();
    }

    @Test
    void theGeneratorWritesWhatIsCommitted() throws IOException {
        Map<String, Table> tables = new ProgrammeGenerator(
                        ProgrammeGenerator.assemblies(PROGRAMME.resolve("us_motor_vehicle_assemblies_nsa.csv")))
                .tables();
        for (var table : tables.entrySet()) {
            assertThat(table.getValue().text()).as(table.getKey()).isEqualTo(committed(PROGRAMME, table.getKey()));
        }
        for (var table : CarPartsMaster.tables(CarPartsMaster.partNumbers(CAR_PARTS.resolve("demand.csv.gz")))
                .entrySet()) {
            assertThat(table.getValue().text()).as(table.getKey()).isEqualTo(committed(CAR_PARTS, table.getKey()));
        }
    }

    @Test
    void theProgrammeIsAsLargeAsItClaims() throws IOException {
        assertThat(rows("vehicle_lines")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(rows("parts")).hasSizeGreaterThanOrEqualTo(150);
        assertThat(rows("partners")).hasSizeGreaterThanOrEqualTo(12);
        assertThat(rows("supply_relations").stream()
                        .filter(r -> Double.parseDouble(r[4]) < 1)
                        .map(r -> r[0])
                        .distinct())
                .hasSize(2);
        Map<String, Long> customersByTierTwo = rows("supply_relations").stream()
                .filter(r -> r[3].startsWith("BPNL00000000T2"))
                .collect(Collectors.groupingBy(
                        r -> r[3], Collectors.mapping(r -> r[1], Collectors.collectingAndThen(Collectors.toSet(), s ->
                                (long) s.size()))));
        assertThat(customersByTierTwo.values())
                .as("tier-2 suppliers with several customers")
                .anyMatch(n -> n > 1);
    }

    @Test
    void nothingThatIsKnownLiesAfterThePresent() throws IOException {
        assertThat(rows("demand")).allMatch(r -> r[2].compareTo("2001-04-02") < 0);
        assertThat(rows("built")).allMatch(r -> r[1].compareTo("2001-04-02") < 0);
        assertThat(rows("schedule")).allMatch(r -> r[0].compareTo("2001-04-02") <= 0);
    }
}
