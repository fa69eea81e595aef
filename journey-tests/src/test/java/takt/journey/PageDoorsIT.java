package takt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.MethodDescriptor;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import takt.journey.Contract.Offer;
import takt.proto.forecast.v1.ImportKind;
import takt.proto.sharing.v1.NetworkKind;

/** Every call of the contract, asked by every role through the page's server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageDoorsIT {

    private static final String OTHER = "BPNL00000000T102";
    private static final String[] SERVICES = {"", "forecast", "sharing", "capacity"};
    /** What a supplier's page is for. */
    private static final Set<String> FOR_SUPPLIERS = Set.of(
            "PublicationService/ListPublications",
            "PublicationService/GetPublication",
            "PublicationService/StreamPublicationLines",
            "PublicationService/AcknowledgePublication",
            "NetworkService/ListPartners",
            "AlertService/ListAlerts",
            "CapacityGroupService/ListCapacityGroups",
            "CommitmentService/ListCommitments",
            "CommitmentService/SubmitCommitments");

    private final LocalStack stack = new LocalStack();

    @BeforeAll
    void start() throws Exception {
        LocalStack.forget();
        stack.up();
        Small.load(stack);
        loadAnother();
        Small.release(stack);
        Files.writeString(
                LocalStack.state().resolve("keys/logins.csv"),
                "lorry,carrier,BPNL00000000T101,tempo-tempo\nalder,supplier,BPNL00000000T101,tempo-tempo\n",
                StandardOpenOption.APPEND);
        stack.up();
    }

    @AfterAll
    void stop() throws Exception {
        stack.close();
    }

    /** Another supplier of another part: what is its own is foreign to the first one. */
    private void loadAnother() throws Exception {
        Sender sender = new Sender(stack);
        sender.send(NetworkKind.NETWORK_KIND_PARTNERS, "partner,name,tier", OTHER + ",Birch Seating,1");
        sender.send(
                NetworkKind.NETWORK_KIND_SUPPLY_RELATIONS,
                "part,customer,customer_site,supplier,share,lead_time_weeks,pack_size,firm_weeks,production_weeks,material_weeks,answer_days",
                "SEAT," + Small.OEM + ",BPNS00000000OEM1," + OTHER + ",1,3,,4,8,16,5");
        sender.send(
                ImportKind.IMPORT_KIND_PARTS,
                "part,description,unit,family,category",
                "SEAT,Front seat,H87,SEATS,SR99");
        List<String> demand = new ArrayList<>(List.of("part,site,week,demand"));
        for (int week = 0; week < 156; week++) {
            demand.add("SEAT,BPNS00000000OEM1,%s,%d"
                    .formatted(LocalDate.of(1998, 3, 30).plusWeeks(week), 300 + week % 5));
        }
        sender.send(ImportKind.IMPORT_KIND_DEMAND, demand, message -> {});
    }

    /** Everything that a supplier's page can ask for, headers and errors too: nobody else is in it. */
    @Test
    void aSuppliersWholeSessionNamesNobodyElse() throws Exception {
        StringBuilder heard = new StringBuilder();
        String planners = stack.page("planner").get("/page/inbox").asString()
                + stack.page("planner").get("/page/part?part=SEAT").asString();
        assertThat(planners).as("what is looked for is there to be found").contains(OTHER, "Birch Seating", "SEAT");
        for (String page : List.of("answer", "inbox", "parts", "part?part=SEAT", "monday", "data", "models")) {
            Response answer = stack.page(Small.LOGIN).get("/page/" + page);
            heard.append(answer.headers()).append(answer.asString());
        }
        for (Offer offer : Contract.offers()) {
            for (MethodDescriptor<?, ?> method : offer.service().getMethods()) {
                Response answer = ask(Small.LOGIN, LocalStack.password(Small.LOGIN), offer, method);
                heard.append(answer.headers()).append(answer.asString());
            }
        }
        assertThat(heard).contains("DISC").doesNotContain(OTHER, "Birch", "SEAT", "Front seat");
    }

    /** Names of the calls on the page's list. */
    private static Set<String> allowed() throws Exception {
        Matcher calls = Pattern.compile("(\\w+)Grpc\\s*\\.get(\\w+)Method\\(\\)")
                .matcher(Files.readString(Path.of("../planner-ui/src/main/java/takt/ui/bridge/Rpcs.java")));
        Set<String> found = new TreeSet<>();
        while (calls.find()) {
            found.add(calls.group(1) + "/" + calls.group(2));
        }
        assertThat(found).hasSizeGreaterThan(30);
        return found;
    }

    private static String name(MethodDescriptor<?, ?> method) {
        return method.getFullMethodName().replaceAll("^.*\\.", "");
    }

    private Response ask(String login, String password, Offer offer, MethodDescriptor<?, ?> method) {
        boolean isStream = !method.getType().serverSendsOneMessage();
        return io.restassured.RestAssured.given()
                .cookie("takt-" + LocalStack.BASE, stack.session(login, password))
                .contentType("application/json")
                .accept(isStream ? "application/x-ndjson" : "application/json")
                .body("{}")
                .post("%s/rpc/%s/%s".formatted(LocalStack.page(), SERVICES[offer.at()], method.getFullMethodName()));
    }

    @Test
    void whatIsNotOnTheListIsNotThereAndWhatIsOpensForItsRolesAlone() throws Exception {
        Set<String> allowed = allowed();
        Set<String> openToSuppliers = new TreeSet<>();
        for (Offer offer : Contract.offers()) {
            for (MethodDescriptor<?, ?> method : offer.service().getMethods()) {
                String call = name(method);
                String planner = ask("planner", LocalStack.password("planner"), offer, method)
                        .asString();
                assertThat(planner.contains("\"unimplemented\"")).as(call).isEqualTo(!allowed.contains(call));
                if (!allowed.contains(call)) {
                    continue;
                }
                assertThat(ask("lorry", "tempo-tempo", offer, method).asString())
                        .as(call)
                        .contains("\"permission_denied\"");
                if (!ask("alder", "tempo-tempo", offer, method).asString().contains("\"permission_denied\"")) {
                    openToSuppliers.add(call);
                }
            }
        }
        assertThat(openToSuppliers).isEqualTo(new TreeSet<>(FOR_SUPPLIERS));
    }

    @Test
    void aPageAndTheStreamOfWhatHappensOpenForKnownRolesAlone() {
        for (String path : new String[] {"/page/inbox", "/page/answer", "/live"}) {
            assertThat(io.restassured.RestAssured.given()
                            .cookie("takt-" + LocalStack.BASE, stack.session("lorry", "tempo-tempo"))
                            .get(LocalStack.page() + path)
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(stack.page("planner").get("/page/answer").statusCode()).isEqualTo(403);
    }
}
