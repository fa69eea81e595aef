package takt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import takt.proto.forecast.v1.DemandHistory;
import takt.proto.forecast.v1.GetPartHistoryRequest;
import takt.proto.forecast.v1.PartServiceGrpc;
import takt.proto.ingest.v1.AcceptCrossReferenceRequest;
import takt.proto.ingest.v1.CodeKind;
import takt.proto.ingest.v1.CrossReference;
import takt.proto.ingest.v1.CrossReferenceServiceGrpc;
import takt.proto.ingest.v1.FactKind;
import takt.proto.ingest.v1.FixQuarantinedRowRequest;
import takt.proto.ingest.v1.ImportServiceGrpc;
import takt.proto.ingest.v1.ListKindsRequest;
import takt.proto.ingest.v1.ListQuarantineRequest;
import takt.proto.ingest.v1.ListQuarantineResponse;
import takt.proto.ingest.v1.QuarantineServiceGrpc;
import takt.proto.ingest.v1.QuarantineServiceGrpc.QuarantineServiceBlockingStub;
import takt.proto.ingest.v1.QuarantinedRow;
import takt.proto.ingest.v1.RowState;
import takt.proto.ingest.v1.SuggestCrossReferencesRequest;
import takt.proto.ingest.v1.Suggestion;

/**
 * The real demand of 2,674 parts, spoilt in 26 named ways: what is spoilt is kept out with the right reason, nothing good
 * is lost, and proposals, fixes and a replay lead to exactly the clean state.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class FirewallIT {

    /** A row as it was before it was spoilt. */
    private record Fault(long line, String way, String reason, List<String> cells) {}

    private static final String SITE = "BPNS00000000OEM2";
    private static final String SEED = "20261123";
    private static final Path SAMPLE = Path.of("../samples/carparts/demand.csv.gz");
    private static final Path SPOILT = Path.of("target/spoilt.csv");
    private static final Path FAULTS = Path.of("target/faults.csv");
    private static final int ROWS = 100_144;

    private final LocalStack stack = new LocalStack();
    private final Map<Long, Fault> faults = new TreeMap<>();

    @BeforeAll
    void start() throws Exception {
        LocalStack.forget();
        spoil();
        stack.up();
        assertThat(stack.takt("login", "planner")).isZero();
        Files.writeString(Path.of("target/warehouse.csv"), "site,name\n" + SITE + ",Warehouse\n");
        Files.writeString(Path.of("target/partner.csv"), "partner,name,tier\nBPNL00000000OEM0,Maple Motors,0\n");
        assertThat(stack.takt("import", "--kind", "partners", "target/partner.csv"))
                .isZero();
        assertThat(stack.takt("import", "--kind", "sites", "--set", "partner=BPNL00000000OEM0", "target/warehouse.csv"))
                .isZero();
        assertThat(stack.takt("import", "--kind", "parts", "../samples/carparts/parts.csv.gz"))
                .isZero();
    }

    @AfterAll
    void stop() throws Exception {
        stack.close();
    }

    private void spoil() throws Exception {
        Process script = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "../samples/src/main/java/takt/samples/Spoiler.java",
                        SAMPLE.toString(),
                        SITE,
                        SPOILT.toString(),
                        FAULTS.toString(),
                        SEED)
                .inheritIO()
                .start();
        assertThat(script.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(script.exitValue()).isZero();
        for (String line :
                Files.readAllLines(FAULTS).subList(1, Files.readAllLines(FAULTS).size())) {
            List<String> cells = Arrays.asList(line.split(","));
            Fault fault = new Fault(Long.parseLong(cells.get(0)), cells.get(1), cells.get(2), cells.subList(3, 8));
            faults.put(fault.line(), fault);
        }
        assertThat(faults.values().stream().map(Fault::way).collect(Collectors.toSet()))
                .hasSizeGreaterThanOrEqualTo(20);
    }

    private QuarantineServiceBlockingStub quarantine() {
        return stack.as("planner", QuarantineServiceGrpc.newBlockingStub(stack.channel(1)));
    }

    private List<QuarantinedRow> open() {
        List<QuarantinedRow> rows = new ArrayList<>();
        String token = "";
        do {
            ListQuarantineResponse page = quarantine()
                    .listQuarantine(ListQuarantineRequest.newBuilder()
                            .setState(RowState.ROW_STATE_OPEN)
                            .setPageSize(200)
                            .setPageToken(token)
                            .build());
            rows.addAll(page.getRowsList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return rows;
    }

    /** Demand in thousandths by part and month. */
    private static Map<String, Map<String, Long>> clean() throws IOException {
        Map<String, Map<String, Long>> demand = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(SAMPLE))))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells -> demand.computeIfAbsent(cells[0], part -> new TreeMap<>())
                            .put(cells[1] + "-01", 1000 * Long.parseLong(cells[2])));
        }
        return demand;
    }

    private Map<String, Map<String, Long>> known() throws IOException {
        return clean().keySet().parallelStream().collect(Collectors.toMap(part -> part, this::known));
    }

    private Map<String, Long> known(String part) {
        Map<String, Long> months = new TreeMap<>();
        stack
                .as("planner", PartServiceGrpc.newBlockingStub(stack.channel(1)))
                .getPartHistory(GetPartHistoryRequest.newBuilder().setPart(part).build())
                .getHistoriesList()
                .stream()
                .map(DemandHistory::getPointsList)
                .forEach(points -> points.forEach(
                        p -> months.put(p.getBucket(), p.getQuantity().getThousandths())));
        return months;
    }

    private List<FactKind> kinds(int service) {
        return stack.as("planner", ImportServiceGrpc.newBlockingStub(stack.channel(service)))
                .listKinds(ListKindsRequest.getDefaultInstance())
                .getKindsList();
    }

    /** The page is written by this test from what the services say; commit it when it is another. */
    @Test
    void thePageOfKindsSaysWhatTheServicesSay() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Kinds of facts

                What `takt import --kind KIND` takes in, in the order in which kinds build on one another: what a row names must
                have come before. The services list the same (`takt.ingest.v1.ImportService/ListKinds`), and so does
                `takt import --help`. FirewallIT writes this page.
                """);
        page.append("\n## Forecast service\n");
        kinds(1).forEach(kind -> page.append(words(kind, "")));
        page.append("\n## Sharing service\n");
        kinds(2).forEach(kind -> page.append(words(kind, kind.getName().equals("CROSS_REFERENCES") ? "network_" : "")));
        Path file = Path.of("../docs/kinds.md");
        String before = Files.exists(file) ? Files.readString(file) : "";
        Files.writeString(file, page);
        assertThat(page.toString()).as("docs/kinds.md is written anew").isEqualTo(before);
    }

    private static String words(FactKind kind, String before) {
        StringBuilder words = new StringBuilder(
                "\n### `%s%s`\n\n%s\n\n| column | | example | what stands in it | in |\n|---|---|---|---|---|\n"
                        .formatted(before, kind.getName().toLowerCase(Locale.ROOT), kind.getHelp()));
        kind.getColumnsList()
                .forEach(column -> words.append("| %s | %s | `%s` | %s | %s |\n"
                        .formatted(
                                column.getNamesList().stream()
                                        .map(name -> "`" + name + "`")
                                        .collect(Collectors.joining(" or ")),
                                column.getNeeded() ? "" : "optional",
                                column.getExample(),
                                column.getHelp(),
                                column.getUnit())));
        return words.toString();
    }

    @Test
    void theFirewallsTablesAreAlikeWhereverThereIsOne() throws Exception {
        Map<String, List<String>> schemas = new TreeMap<>();
        try (Connection connection = LocalStack.database();
                PreparedStatement query = connection.prepareStatement("""
                        select table_schema, table_name, column_name, data_type, is_nullable, coalesce(column_default, ''), is_identity
                        from information_schema.columns
                        where table_name in ('import_run', 'quarantine_row', 'quarantine_decision', 'quarantine_verdict',
                            'quarantine_now', 'cross_reference', 'cross_reference_now', 'cross_reference_rejection',
                            'cross_reference_rule')
                        order by table_schema, table_name, column_name
                        """);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                List<String> column = new ArrayList<>();
                for (int c = 2; c <= 7; c++) {
                    column.add(rows.getString(c));
                }
                schemas.computeIfAbsent(rows.getString(1), schema -> new ArrayList<>())
                        .add(String.join(" ", column));
            }
        }
        assertThat(schemas.keySet()).containsExactly("forecast", "sharing");
        assertThat(schemas.get("forecast")).hasSizeGreaterThan(60).isEqualTo(schemas.get("sharing"));
    }

    @Test
    @Order(1)
    void aStrictImportLandsNothingOfASpoiltFile() throws Exception {
        assertThat(stack.takt("import", "--kind", "demand", "--strict", SPOILT.toString()))
                .isEqualTo(3);
        assertThat(clean().keySet().stream().limit(100).map(this::known)).allMatch(Map::isEmpty);
    }

    @Test
    @Order(2)
    void everySpoiltRowIsKeptOutWithItsReasonAndNothingGoodIsLost() throws Exception {
        assertThat(stack.takt("import", "--kind", "demand", SPOILT.toString())).isEqualTo(3);
        Map<Long, String> reasons = new TreeMap<>();
        open().forEach(row ->
                reasons.put(row.getRejection().getLine(), row.getRejection().getReason()));
        Map<Long, String> expected = new TreeMap<>();
        faults.values().forEach(fault -> expected.put(fault.line(), fault.reason()));
        assertThat(reasons).isEqualTo(expected);
        Map<String, Map<String, Long>> good = clean();
        faults.values().forEach(f -> good.get(f.cells().get(0)).remove(f.cells().get(2) + "-01"));
        assertThat(known()).isEqualTo(good);
        assertThat(stack.takt("import", "--kind", "demand", SPOILT.toString())).isEqualTo(3);
        assertThat(open()).as("the same file again").hasSameSizeAs(faults.values());
    }

    @Test
    @Order(3)
    void whatASpreadsheetWouldRunIsWrittenAsText() throws Exception {
        assertThat(stack.takt("data", "quarantine", "list", "--out", "target/quarantine.csv"))
                .isZero();
        assertThat(Files.readString(Path.of("target/quarantine.csv")))
                .contains("'=cmd|")
                .doesNotContain(",=cmd|");
    }

    @Test
    @Order(4)
    void theLikeliestProposalIsRightForEverySpellingAndLetsItsRowsIn() {
        var references = CrossReferenceServiceGrpc.newBlockingStub(stack.channel(1));
        Map<String, Suggestion> likeliest = new TreeMap<>();
        stack.as("planner", references)
                .suggestCrossReferences(SuggestCrossReferencesRequest.getDefaultInstance())
                .getSuggestionsList()
                .forEach(s -> likeliest.putIfAbsent(s.getReference().getCode(), s));
        Map<String, String> expected = new TreeMap<>();
        Map<Long, QuarantinedRow> rows =
                open().stream().collect(Collectors.toMap(r -> r.getRejection().getLine(), r -> r));
        faults.values().forEach(fault -> {
            if (fault.reason().endsWith("_UNKNOWN") && !fault.way().equals("PART_IS_A_FORMULA")) {
                int column = Map.of("PART_UNKNOWN", 0, "SITE_UNKNOWN", 1, "UNIT_UNKNOWN", 4)
                        .get(fault.reason());
                expected.put(
                        rows.get(fault.line()).getRejection().getValue(),
                        fault.cells().get(column));
            }
        });
        Map<String, String> proposed = new TreeMap<>();
        likeliest.forEach((code, s) -> proposed.put(code, s.getReference().getMeans()));
        assertThat(proposed).isEqualTo(expected);
        long landed = 0;
        for (Suggestion suggestion : likeliest.values()) {
            CrossReference reference = suggestion.getReference();
            assertThat(reference.getKind()).isNotEqualTo(CodeKind.CODE_KIND_UNSPECIFIED);
            landed += stack.as("planner", references)
                    .acceptCrossReference(AcceptCrossReferenceRequest.newBuilder()
                            .setReference(reference)
                            .build())
                    .getLanded();
        }
        assertThat(landed).isEqualTo(faults.size() - open().size()).isGreaterThanOrEqualTo(54);
    }

    @Test
    @Order(5)
    void whatNobodyCanProposeIsFixedAndTheStateIsTheCleanOne() throws Exception {
        for (QuarantinedRow row : open()) {
            quarantine()
                    .fixQuarantinedRow(FixQuarantinedRowRequest.newBuilder()
                            .setId(row.getId())
                            .addAllCells(
                                    faults.get(row.getRejection().getLine()).cells())
                            .build());
        }
        assertThat(stack.takt("data", "quarantine", "replay")).isZero();
        assertThat(open()).isEmpty();
        Map<String, Map<String, Long>> known = known();
        assertThat(known).isEqualTo(clean());
        assertThat(known.values().stream().mapToInt(Map::size).sum()).isEqualTo(ROWS);
    }

    @Test
    @Order(6)
    void whatIsPutIntoTheDropFolderIsImportedByItself() throws Exception {
        Path folder = LocalStack.state().resolve("drop/demand");
        Path file = Files.writeString(
                folder.resolve("correction.csv"), "part,site,month,demand\n21034119," + SITE + ",2001-03,77\n");
        for (int seconds = 0; Files.exists(file); seconds++) {
            assertThat(seconds).as("waiting for the drop folder").isLessThan(30);
            TimeUnit.SECONDS.sleep(1);
        }
        assertThat(known("21034119")).containsEntry("2001-03-01", 77_000L);
    }

    @Test
    @Order(7)
    void aPartThatTheNetworkSpellsOtherwiseBecomesNoPartOfItsOwn() throws Exception {
        Path file = Files.writeString(
                Path.of("target/links.csv"),
                "parent,child,quantity,unit\n2103-4119,CASTING-1,1,H87\n21034119,CASTING-2,1,H87\n");
        assertThat(stack.takt("import", "--kind", "bom_links", file.toString())).isEqualTo(3);
        assertThat(waitingInTheNetwork()).containsExactly("2103-4119");
        assertThat(stack.takt("data", "xref", "accept", "2103-4119", "NOWHERE")).isEqualTo(1);
        assertThat(waitingInTheNetwork()).hasSize(1);
        assertThat(stack.takt("data", "xref", "accept", "2103-4119", "21034119"))
                .isZero();
        assertThat(waitingInTheNetwork()).isEmpty();
    }

    private List<String> waitingInTheNetwork() {
        return stack
                .as("planner", QuarantineServiceGrpc.newBlockingStub(stack.channel(2)))
                .listQuarantine(ListQuarantineRequest.newBuilder()
                        .setState(RowState.ROW_STATE_OPEN)
                        .build())
                .getRowsList()
                .stream()
                .map(row -> row.getRejection().getValue())
                .toList();
    }

    @Test
    @Order(8)
    void anotherSitesPageCannotDecideInThePlannersName() {
        String call = "/rpc/sharing/takt.ingest.v1.CrossReferenceService/RejectCrossReference";
        String body = "{\"reference\":{\"kind\":\"CODE_KIND_PART\",\"code\":\"X\",\"means\":\"21034119\"}}";
        assertThat(decide(call, body, "http://127.0.0.1:1")).isEqualTo(403);
        assertThat(decide(call.replace("sharing", "nowhere"), body, LocalStack.page()))
                .isEqualTo(404);
        assertThat(decide(call, body, LocalStack.page())).isEqualTo(200);
    }

    private int decide(String call, String body, String origin) {
        return stack.page("planner")
                .header("Origin", origin)
                .contentType("application/json")
                .body(body)
                .post(call)
                .statusCode();
    }
}
