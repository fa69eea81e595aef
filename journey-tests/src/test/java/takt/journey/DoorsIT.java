package takt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Descriptors;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.grpc.protobuf.StatusProto;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import takt.journey.Contract.Offer;
import takt.journey.Mutations.Mutation;

/** Every call, every field and every path of a running stack, made from the contract and the published descriptions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorsIT {

    private static final List<String> LOGINS = List.of("planner", "data-scientist", "operator", "alder-brakes");
    /** Answers to a request that is not as it should be. */
    private static final Set<Status.Code> JUDGED = EnumSet.of(
            Status.Code.OK,
            Status.Code.INVALID_ARGUMENT,
            Status.Code.NOT_FOUND,
            Status.Code.FAILED_PRECONDITION,
            Status.Code.ALREADY_EXISTS,
            Status.Code.ABORTED,
            Status.Code.OUT_OF_RANGE,
            Status.Code.RESOURCE_EXHAUSTED,
            Status.Code.PERMISSION_DENIED);

    private static final int SEED = 20261127;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalStack stack = new LocalStack();

    @BeforeAll
    void start() throws Exception {
        LocalStack.forget();
        stack.up();
    }

    @AfterAll
    void stop() throws Exception {
        stack.close();
    }

    @Test
    void everyFieldOfEveryCallIsJudged() throws Exception {
        List<String> wrong = new ArrayList<>();
        int calls = 0;
        for (Offer offer : Contract.offers()) {
            for (MethodDescriptor<?, ?> method : offer.service().getMethods()) {
                String login = allowed(offer, method);
                for (Mutation mutation : Mutations.of(input(method))) {
                    calls++;
                    StatusRuntimeException failure = call(
                            stack.channelAs(login, offer.at()),
                            method,
                            mutation.request().toByteArray());
                    String problem = problem(failure);
                    if (!problem.isEmpty()) {
                        wrong.add("%s at %d, %s: %s"
                                .formatted(method.getFullMethodName(), offer.at(), mutation.about(), problem));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(calls).isGreaterThan(1_800);
    }

    @Test
    void bytesThatAreNoMessageAreJudged() throws Exception {
        Random random = new Random(SEED);
        List<String> wrong = new ArrayList<>();
        for (Offer offer : Contract.offers()) {
            for (MethodDescriptor<?, ?> method : offer.service().getMethods()) {
                Channel channel = stack.channelAs(allowed(offer, method), offer.at());
                byte[] base = Mutations.plausible(input(method)).toByteArray();
                List<byte[]> requests = new ArrayList<>();
                requests.add(Arrays.copyOf(base, base.length / 2));
                requests.add(new byte[100_000]);
                for (int i = 0; i < 6; i++) {
                    byte[] noise = new byte[1 + random.nextInt(200)];
                    random.nextBytes(noise);
                    requests.add(noise);
                }
                for (byte[] request : requests) {
                    String problem = problem(call(channel, method, request));
                    if (!problem.isEmpty()) {
                        wrong.add("%s, %s: %s"
                                .formatted(
                                        method.getFullMethodName(),
                                        Arrays.toString(Arrays.copyOf(request, 20)),
                                        problem));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** The sender of a stream that has not ended is answered too, not held until he is taken for idle. */
    @Test
    void bytesThatAreNoMessageOfAStreamAreRefusedAtOnce() {
        for (var door : List.of(
                Map.entry(takt.proto.forecast.v1.ImportServiceGrpc.getImportRecordsMethod(), 1),
                Map.entry(takt.proto.sharing.v1.NetworkServiceGrpc.getImportNetworkMethod(), 2))) {
            CompletableFuture<StatusRuntimeException> outcome = new CompletableFuture<>();
            ClientCall<byte[], byte[]> call =
                    begun(stack.channelAs("planner", door.getValue()), door.getKey(), outcome);
            call.sendMessage(new byte[] {-1, -1, -1});
            StatusRuntimeException refusal =
                    outcome.orTimeout(10, TimeUnit.SECONDS).join();
            assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
            assertThat(problem(refusal)).isEmpty();
        }
    }

    /** Each call is left as soon as its answer is there, in the moment in which the server ends it. */
    @Test
    void aCallThatIsLeftAtItsAnswerEndsNoOtherOnItsConnection() throws Exception {
        MethodDescriptor<?, ?> list = takt.proto.forecast.v1.PartServiceGrpc.getListPartsMethod();
        MethodDescriptor<?, ?> propose = takt.proto.forecast.v1.CleansingServiceGrpc.getProposeCorrectionsMethod();
        Channel channel = stack.channelAs("planner", 1);
        for (int i = 0; i < 3_000; i++) {
            MethodDescriptor<?, ?> method = i % 10 == 0 ? propose : list;
            assertThat(problem(call(channel, method, new byte[0])))
                    .as("call %d", i)
                    .isEmpty();
        }
    }

    private static Descriptors.Descriptor input(MethodDescriptor<?, ?> method) {
        return ((ProtoMethodDescriptorSupplier) method.getSchemaDescriptor())
                .getMethodDescriptor()
                .getInputType();
    }

    /** A login that may make the call. */
    private String allowed(Offer offer, MethodDescriptor<?, ?> method) {
        byte[] request = Mutations.plausible(input(method)).toByteArray();
        return LOGINS.stream()
                .filter(login -> {
                    StatusRuntimeException failure = call(stack.channelAs(login, offer.at()), method, request);
                    return failure == null || failure.getStatus().getCode() != Status.Code.PERMISSION_DENIED;
                })
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody may call " + method.getFullMethodName()));
    }

    /** Empty for an answer, or for a refusal with its reason. */
    private static String problem(StatusRuntimeException failure) {
        if (failure == null) {
            return "";
        }
        if (!JUDGED.contains(failure.getStatus().getCode())) {
            return String.valueOf(failure.getStatus());
        }
        com.google.rpc.Status status = StatusProto.fromThrowable(failure);
        boolean hasReason = status != null
                && status.getDetailsList().stream()
                        .filter(d -> d.is(ErrorInfo.class))
                        .anyMatch(d -> {
                            try {
                                return !d.unpack(ErrorInfo.class).getReason().isBlank();
                            } catch (InvalidProtocolBufferException e) {
                                return false;
                            }
                        });
        return hasReason ? "" : failure.getStatus() + " without a reason";
    }

    /** Null when it is answered; streams are left after their first message, or when none comes for a while. */
    @org.jspecify.annotations.Nullable
    private static StatusRuntimeException call(Channel channel, MethodDescriptor<?, ?> typed, byte[] request) {
        boolean isFollowed = typed.getType() == MethodType.SERVER_STREAMING;
        CompletableFuture<StatusRuntimeException> outcome = new CompletableFuture<>();
        ClientCall<byte[], byte[]> call = begun(channel, typed, outcome);
        if (typed.getType() == MethodType.CLIENT_STREAMING) {
            call.sendMessage(Mutations.plausible(input(typed)).toByteArray());
        }
        call.sendMessage(request);
        call.halfClose();
        try {
            return isFollowed
                    ? outcome.completeOnTimeout(null, 400, TimeUnit.MILLISECONDS)
                            .get()
                    : outcome.get(40, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(typed.getFullMethodName(), e);
        } finally {
            call.cancel("The test has seen enough", null);
        }
    }

    /** A call whose outcome is null as soon as something is answered. */
    private static ClientCall<byte[], byte[]> begun(
            Channel channel, MethodDescriptor<?, ?> typed, CompletableFuture<StatusRuntimeException> outcome) {
        MethodDescriptor<byte[], byte[]> method = MethodDescriptor.<byte[], byte[]>newBuilder()
                .setFullMethodName(typed.getFullMethodName())
                .setType(typed.getType())
                .setRequestMarshaller(Bytes.INSTANCE)
                .setResponseMarshaller(Bytes.INSTANCE)
                .build();
        ClientCall<byte[], byte[]> call =
                channel.newCall(method, CallOptions.DEFAULT.withDeadlineAfter(30, TimeUnit.SECONDS));
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onMessage(byte[] message) {
                        outcome.complete(null);
                    }

                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        outcome.complete(status.isOk() ? null : status.asRuntimeException(trailers));
                    }
                },
                new Metadata());
        call.request(2);
        return call;
    }

    private enum Bytes implements MethodDescriptor.Marshaller<byte[]> {
        INSTANCE;

        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Bodies over HTTP, from the published descriptions. */
    @Test
    void everyFieldOfEveryBodyIsJudged() throws Exception {
        List<String> wrong = new ArrayList<>();
        int bodies = 0;
        for (int service : new int[] {1, 2, 3}) {
            JsonNode api = openApi(service);
            for (Map.Entry<String, JsonNode> path : fields(api.path("paths"))) {
                for (Map.Entry<String, JsonNode> operation : fields(path.getValue())) {
                    JsonNode schema = operation.getValue().at("/requestBody/content/application~1json/schema");
                    if (schema.isMissingNode()) {
                        continue;
                    }
                    for (String body : bodies(api, schema)) {
                        bodies++;
                        Response answer = RestAssured.given()
                                .header("Authorization", "Bearer " + stack.token("alder-brakes"))
                                .contentType("application/json")
                                .body(body)
                                .request(
                                        operation.getKey().toUpperCase(java.util.Locale.ROOT),
                                        "http://127.0.0.1:" + (LocalStack.BASE + service) + path.getKey());
                        boolean isJudged = answer.statusCode() == 200
                                || answer.statusCode() / 100 == 4
                                        && answer.contentType().contains("problem+json")
                                        && !answer.jsonPath().getString("title").isBlank();
                        if (!isJudged) {
                            wrong.add("%s %s: %d %s"
                                    .formatted(
                                            path.getKey(),
                                            body.substring(0, Math.min(150, body.length())),
                                            answer.statusCode(),
                                            answer.asString()));
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(bodies).isGreaterThan(80);
    }

    /** The page publishes no description; a login is all that it takes as a body. */
    @Test
    void everyLoginIsJudged() {
        for (String value :
                List.of("null", "1", "true", "[]", "{}", "\"\"", "\"\\u0000\"", "\"" + "x".repeat(3_000) + "\"")) {
            for (String body : List.of(
                    "{\"name\":%s,\"password\":\"x\"}".formatted(value),
                    "{\"name\":\"nobody-%d\",\"password\":%s}".formatted(value.hashCode(), value),
                    "{\"name\":\"a\",\"password\":\"b\",\"name\":%s}".formatted(value),
                    value)) {
                Response answer = RestAssured.given()
                        .contentType("application/json")
                        .body(body)
                        .post("http://127.0.0.1:%d/api/login".formatted(LocalStack.BASE));
                assertThat(answer.statusCode()).as(body).isIn(400, 401, 413, 429);
                assertThat(answer.asString()).as(body).contains("detail");
            }
        }
    }

    private static JsonNode openApi(int service) throws Exception {
        return JSON.readTree(RestAssured.given()
                .get("http://127.0.0.1:" + (LocalStack.BASE + service) + "/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static List<Map.Entry<String, JsonNode>> fields(JsonNode node) {
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>();
        node.fields().forEachRemaining(fields::add);
        return fields;
    }

    /** A body of the schema, and one for each field and each thing that can be wrong with it. */
    private static List<String> bodies(JsonNode api, JsonNode schema) {
        String base = example(api, schema);
        List<String> bodies =
                new ArrayList<>(List.of(base, "", "null", "[]", "1", "\"x\"", "{", "{}", "[".repeat(5_000)));
        JsonNode type = resolve(api, schema);
        for (Map.Entry<String, JsonNode> field : fields(type.path("properties"))) {
            List<String> values = new ArrayList<>(List.of(
                    "null",
                    "true",
                    "17",
                    "-1e400",
                    "\"\"",
                    "\"\\u0000\"",
                    "\"" + "x".repeat(5_000) + "\"",
                    "[]",
                    "{}",
                    "[null]",
                    "[[]]",
                    "[{}]"));
            JsonNode items = resolve(api, field.getValue()).path("items");
            if (!items.isMissingNode()) {
                bodies(api, items).forEach(inner -> values.add("[" + inner + "]"));
            }
            for (String value : values) {
                bodies.add(with(api, type, field.getKey(), value));
            }
            bodies.add(with(api, type, field.getKey(), ""));
            bodies.add(base.replaceFirst("\\{", "{\"" + field.getKey() + "\":null,"));
        }
        return bodies;
    }

    private static String example(JsonNode api, JsonNode schema) {
        JsonNode type = resolve(api, schema);
        String kind = type.path("type").isArray()
                ? type.path("type").get(0).asText()
                : type.path("type").asText();
        return switch (kind) {
            case "object" -> with(api, type, "", "");
            case "array" -> "[" + example(api, type.path("items")) + "]";
            case "boolean" -> "false";
            case "integer", "number" -> "1";
            default -> "\"7d3c1b58-6f0e-4a8e-9d55-0f4b7a6a2a11\"";
        };
    }

    /** An object of the type in which one field has another value, or is missing when that is empty. */
    private static String with(JsonNode api, JsonNode type, String name, String value) {
        Map<String, String> cells = new LinkedHashMap<>();
        fields(type.path("properties")).forEach(f -> cells.put(f.getKey(), example(api, f.getValue())));
        if (value.isEmpty()) {
            cells.remove(name);
        } else {
            cells.put(name, value);
        }
        List<String> texts = new ArrayList<>();
        cells.forEach((key, cell) -> texts.add("\"%s\":%s".formatted(key, cell)));
        return "{" + String.join(",", texts) + "}";
    }

    private static JsonNode resolve(JsonNode api, JsonNode schema) {
        return schema.has("$ref") ? api.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    /** Whatever way a path is written, who has no valid token gets nothing. */
    @Test
    void noSpellingOfAPathOpensIt() throws Exception {
        String real = stack.token("planner");
        String forged = real.substring(0, real.length() - 8) + "AAAAAAAA";
        List<String> wrong = new ArrayList<>();
        int requests = 0;
        for (int service = 0; service <= 3; service++) {
            for (String path : paths(service)) {
                for (String spelling : spellings(path)) {
                    for (String header : List.of(
                            "",
                            "Authorization: Bearer " + forged + "\r\n",
                            "Cookie: takt-%d=%s\r\n".formatted(LocalStack.BASE, forged))) {
                        requests++;
                        String answer = raw(LocalStack.BASE + service, spelling, header);
                        int status = Integer.parseInt(answer.substring(9, 12));
                        boolean isThePage = service == 0 && answer.contains("text/html");
                        if (status < 300 && !isThePage || status >= 500) {
                            wrong.add("%d %s %s: %s"
                                    .formatted(
                                            service,
                                            spelling,
                                            header,
                                            answer.lines().findFirst().orElse("")));
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(requests).isGreaterThan(1_500);
    }

    /** What one service tells another, and nothing more: a stolen token of theirs changes nothing. */
    private static final Set<String> FOR_SERVICES = Set.of(
            "takt.forecast.v1.ForecastFeedService/WatchForecastFeed",
            "takt.forecast.v1.ForecastVersionService/GetForecastVersion",
            "takt.forecast.v1.ForecastVersionService/StreamForecastSeries",
            "takt.forecast.v1.PartService/StreamPartNumbers",
            "takt.sharing.v1.PublicationService/ListPublications",
            "takt.sharing.v1.PublicationService/GetPublication",
            "takt.sharing.v1.PublicationService/StreamPublicationLines",
            "takt.sharing.v1.PublicationService/WatchPublications");

    /** A role that nobody thought of is refused at every call and path, whatever partner it names; a service reads what is named. */
    @Test
    void aRoleThatIsNotKnownGetsNothing() throws Exception {
        Files.writeString(
                LocalStack.state().resolve("keys/logins.csv"),
                "lorry,carrier,BPNL00000000T101,tempo-tempo\nrobot,service,,tempo-tempo\n",
                StandardOpenOption.APPEND);
        stack.up();
        Set<String> open = new TreeSet<>();
        for (Offer offer : Contract.offers()) {
            for (MethodDescriptor<?, ?> method : offer.service().getMethods()) {
                byte[] request = Mutations.plausible(input(method)).toByteArray();
                StatusRuntimeException carrier = call(stack.channelAs("lorry", offer.at()), method, request);
                assertThat(carrier).as(method.getFullMethodName()).isNotNull();
                assertThat(carrier.getStatus().getCode())
                        .as(method.getFullMethodName())
                        .isEqualTo(Status.Code.PERMISSION_DENIED);
                StatusRuntimeException service = call(stack.channelAs("robot", offer.at()), method, request);
                if (service == null || service.getStatus().getCode() != Status.Code.PERMISSION_DENIED) {
                    open.add(method.getFullMethodName());
                }
            }
        }
        assertThat(open).isEqualTo(new TreeSet<>(FOR_SERVICES));
        for (int service = 1; service <= 3; service++) {
            for (String path : paths(service)) {
                assertThat(RestAssured.given()
                                .header("Authorization", "Bearer " + stack.token("lorry"))
                                .get("http://127.0.0.1:" + (LocalStack.BASE + service) + path)
                                .statusCode())
                        .as(path)
                        .isIn(403, 405);
            }
        }
        String session = RestAssured.given()
                .contentType("application/json")
                .body(Map.of("name", "lorry", "password", "tempo-tempo"))
                .post("http://127.0.0.1:" + LocalStack.BASE + "/api/login")
                .cookie("takt-" + LocalStack.BASE);
        for (String path : pagePaths()) {
            int status = RestAssured.given()
                    .cookie("takt-" + LocalStack.BASE, session)
                    .get("http://127.0.0.1:" + LocalStack.BASE + path)
                    .statusCode();
            assertThat(status).as(path).isIn(path.equals("/api/me") ? List.of(200) : List.of(403, 404, 405));
        }
    }

    @Test
    void whatOperatorsReadIsForOperatorsAlone() throws Exception {
        for (int service = 0; service <= 3; service++) {
            String url = "http://127.0.0.1:" + (LocalStack.BASE + service) + "/q/metrics";
            for (String login : List.of("alder-brakes", "planner", "data-scientist")) {
                int status = service == 0
                        ? stack.page(login).get("/q/metrics").statusCode()
                        : RestAssured.given()
                                .header("Authorization", "Bearer " + stack.token(login))
                                .get(url)
                                .statusCode();
                assertThat(status).as("%s %s", login, url).isEqualTo(403);
            }
        }
    }

    /** What the page's server answers with data: those of its pages stand in their manifests. */
    private static Set<String> pagePaths() throws Exception {
        Set<String> paths = new TreeSet<>(List.of("/api/me", "/live"));
        try (Stream<Path> rooms = Files.list(Path.of("../planner-ui/src/main/resources/web/app/page"))) {
            rooms.forEach(room -> paths.add("/page/" + room.getFileName()));
        }
        Contract.offers()
                .forEach(offer -> offer.service()
                        .getMethods()
                        .forEach(method -> paths.add("/rpc/" + method.getFullMethodName())));
        assertThat(paths).hasSizeGreaterThan(50);
        return paths;
    }

    /** A page's paths stand in its sources, those of a service in what it publishes. */
    private Set<String> paths(int service) throws Exception {
        Set<String> paths = new TreeSet<>(List.of("/q/metrics", "/q/health-checks"));
        if (service == 0) {
            paths.addAll(pagePaths());
        } else {
            openApi(service).path("paths").fieldNames().forEachRemaining(p -> paths.add(p.replaceAll("[{}]", "")));
        }
        return paths;
    }

    private static List<String> spellings(String path) {
        int second = path.indexOf('/', 1);
        if (second < 0) {
            return List.of(path, path + ";x", "/" + path, path + "/", path + "%00", path + "?x", "/x/.." + path);
        }
        String first = path.substring(0, second);
        String rest = path.substring(second);
        return List.of(
                path,
                path + ";x",
                first + ";x" + rest,
                first + "%3Bx" + rest,
                path + ";x=1",
                "/" + path,
                first + "/" + rest,
                first + "%2F" + rest.substring(1),
                "/%" + Integer.toHexString(path.charAt(1)) + path.substring(2),
                "/x/.." + path,
                first + "/." + rest,
                first + "/x/..;" + rest,
                path.toUpperCase(java.util.Locale.ROOT),
                path + "/",
                path + "%00",
                path + "%20",
                path + ".json",
                path + "?x",
                path.replace('/', '\\'),
                "/%2e%2e" + path,
                first + "%252F" + rest.substring(1),
                path + "%0a",
                "http://127.0.0.1" + path,
                "/index.html/.." + path);
    }

    private static String raw(int port, String path, String header) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n%s\r\n"
                            .formatted(path, port, header)
                            .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readNBytes(2_000), StandardCharsets.ISO_8859_1);
            assertThat(answer).as("%d %s", port, path).startsWith("HTTP/1.1 ");
            return answer;
        }
    }
}
