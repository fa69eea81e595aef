package takt.ui;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import com.connectrpc.Code;
import com.connectrpc.ConnectException;
import com.connectrpc.Idempotency;
import com.connectrpc.MethodSpec;
import com.connectrpc.ProtocolClientConfig;
import com.connectrpc.ResponseMessage;
import com.connectrpc.StreamType;
import com.connectrpc.extensions.GoogleJavaJSONStrategy;
import com.connectrpc.impl.ProtocolClient;
import com.connectrpc.okhttp.ConnectOkHttpClient;
import com.connectrpc.protocols.NetworkProtocol;
import com.google.rpc.ErrorInfo;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URL;
import java.util.List;
import java.util.Map;
import kotlin.jvm.internal.Reflection;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import takt.proto.forecast.v1.GetPartHistoryRequest;
import takt.proto.forecast.v1.GetPartHistoryResponse;
import takt.proto.forecast.v1.ListPartsRequest;
import takt.proto.forecast.v1.ListPartsResponse;

/** Every call that the page may make, in the form of the Connect protocol, and none that it may not. */
@QuarkusTest
@QuarkusTestResource(UiStack.class)
class BridgeTest {

    private static final String PARTS = "/rpc/takt.forecast.v1.PartService/ListParts";
    private static final String LINES = "/rpc/takt.sharing.v1.PublicationService/StreamPublicationLines";

    @TestHTTPResource
    URL url;

    private static RequestSpecification planner() {
        return given().cookie("takt", UiStack.session("planner", "paula")).contentType("application/json");
    }

    /** A client that knows nothing of this page. */
    private <Q, R> ResponseMessage<R> connect(String method, Class<Q> ask, Class<R> answer, Q request) {
        String host = "http://127.0.0.1:" + url.getPort();
        ProtocolClient client = new ProtocolClient(
                new ConnectOkHttpClient(new OkHttpClient()),
                new ProtocolClientConfig(host, new GoogleJavaJSONStrategy(), NetworkProtocol.CONNECT));
        return client.unaryBlocking(
                        request,
                        Map.of("cookie", List.of("takt=" + UiStack.session("planner", "paula"))),
                        new MethodSpec<>(
                                "rpc/" + method,
                                Reflection.getOrCreateKotlinClass(ask),
                                Reflection.getOrCreateKotlinClass(answer),
                                StreamType.UNARY,
                                Idempotency.UNKNOWN))
                .execute();
    }

    @Test
    void aForeignConnectClientIsAnswered() {
        ResponseMessage<ListPartsResponse> answer = connect(
                "takt.forecast.v1.PartService/ListParts",
                ListPartsRequest.class,
                ListPartsResponse.class,
                ListPartsRequest.newBuilder().setQuery("disc").build());
        assertThat(answer).as("%s", answer).isInstanceOf(ResponseMessage.Success.class);
        ListPartsResponse parts = ((ResponseMessage.Success<ListPartsResponse>) answer).getMessage();
        assertThat(parts.getTotal()).isEqualTo(1);
        assertThat(parts.getParts(0).getDescription()).isEqualTo("<img src=x>");
    }

    @Test
    void aForeignConnectClientReadsWhatWasRefusedAndWhy() {
        ResponseMessage<GetPartHistoryResponse> answer = connect(
                "takt.forecast.v1.PartService/GetPartHistory",
                GetPartHistoryRequest.class,
                GetPartHistoryResponse.class,
                GetPartHistoryRequest.newBuilder().setPart("NOPE").build());
        ConnectException refused = ((ResponseMessage.Failure<GetPartHistoryResponse>) answer).getCause();
        assertThat(refused.getCode()).isEqualTo(Code.NOT_FOUND);
        assertThat(refused.getMessage()).contains("There is no part (NOPE).");
        List<ErrorInfo> details = refused.unpackedDetails(Reflection.getOrCreateKotlinClass(ErrorInfo.class));
        assertThat(details).hasSize(1);
        assertThat(details.get(0).getReason()).isEqualTo("PART_UNKNOWN");
    }

    @Test
    void whatThePageMayNotCallIsNotThere() {
        planner()
                .body("{}")
                .post("/rpc/takt.forecast.v1.ForecastVersionService/ReleaseForecastVersion")
                .then()
                .statusCode(404)
                .body("code", is("unimplemented"));
        planner().body("{}").post("/rpc/java.lang.Runtime/exec").then().statusCode(404);
        planner()
                .body("{}")
                .post("/rpc/sharing/takt.forecast.v1.PartService/ListParts")
                .then()
                .statusCode(404);
    }

    @Test
    void aCallThatTwoServicesAnswerAsksWhichIsMeant() {
        planner()
                .body("{}")
                .post("/rpc/takt.ingest.v1.QuarantineService/SummarizeQuarantine")
                .then()
                .statusCode(404)
                .body("message", containsString("/rpc/forecast/takt.ingest.v1"));
    }

    @Test
    void aBodyIsTheMessageAskedForAndNothingElse() {
        for (String body : List.of("{\"nope\":1}", "{\"query\":\"a\",\"query\":\"b\"}", "{", "{\"pageSize\":\"x\"}")) {
            planner().body(body).post(PARTS).then().statusCode(400).body("code", is("invalid_argument"));
        }
        planner()
                .body("{\"query\":\"" + "x".repeat(70_000) + "\"}")
                .post(PARTS)
                .then()
                .statusCode(429)
                .body("code", is("resource_exhausted"));
        planner()
                .contentType("application/proto")
                .body(new byte[] {1})
                .post(PARTS)
                .then()
                .statusCode(415);
        planner()
                .header("Connect-Timeout-Ms", "soon")
                .body("{}")
                .post(PARTS)
                .then()
                .statusCode(400);
    }

    @Test
    void aStreamComesLineByLineAndSaysThatItIsWhole() {
        String whole = planner()
                .accept("application/x-ndjson")
                .body("{}")
                .post(LINES)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(List.of(whole.strip().split("\n"))).hasSize(4).last().isEqualTo("{\"end\":{}}");
        assertThat(whole).contains("{\"result\":{\"line\":{").contains("\"leadTimeWeeks\":2");
        String cut = planner()
                .accept("application/x-ndjson")
                .body("{\"part\":\"CUT\"}")
                .post(LINES)
                .then()
                .extract()
                .asString();
        assertThat(List.of(cut.strip().split("\n")))
                .last()
                .asString()
                .startsWith("{\"error\":{\"code\":\"unavailable\"");
    }

    @Test
    void whoIsNotLoggedInAsksNothingAndAnotherSitesPageNeither() {
        given().contentType("application/json").body("{}").post(PARTS).then().statusCode(401);
        given().contentType("application/json")
                .header("Authorization", "Bearer x")
                .body("{}")
                .post(PARTS)
                .then()
                .statusCode(401);
        planner()
                .header("Origin", "http://elsewhere")
                .body("{}")
                .post(PARTS)
                .then()
                .statusCode(403);
    }

    @Test
    void theServicesAreAskedWithThePersonsOwnToken() {
        planner().body("{}").post(PARTS).then().statusCode(200).body("total", equalTo("2"));
        assertThat(UiStack.services().asked)
                .filteredOn(asked -> asked.startsWith("ListParts "))
                .allMatch(asked -> asked.startsWith("ListParts Bearer ey"));
    }

    @Test
    void onlyACallMayBeLong() {
        given().contentType("application/json")
                .body("{\"name\":\"" + "x".repeat(70_000) + "\"}")
                .post("/api/login")
                .then()
                .statusCode(413);
    }
}
