package takt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.MethodDescriptor;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import takt.journey.Contract.Offer;

/** Every call of the contract, asked by every role through the page's server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageDoorsIT {

    private static final String[] HOUSES = {"", "forecast", "sharing", "capacity"};
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
                .post("%s/rpc/%s/%s".formatted(LocalStack.page(), HOUSES[offer.at()], method.getFullMethodName()));
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
