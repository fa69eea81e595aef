package takt.cli.stack.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import takt.cli.stack.Keys;
import takt.cli.stack.Logins;
import takt.cli.stack.StackLayout;

/** What a page, or whoever took it over, gets of the issuer. */
class IssuerTest {

    private static final String SUPPLIER = "BPNL00000000T101";

    @TempDir
    Path state;

    private final HttpClient http = HttpClient.newHttpClient();
    private final StringWriter log = new StringWriter();
    private StackLayout layout;
    private String password;
    private Issuer issuer;

    @BeforeEach
    void start() {
        layout = StackLayout.of(state, 9100);
        new Keys(layout).prepare();
        password = new Logins(layout).add("anna", "supplier", SUPPLIER).password();
        issuer = new Issuer(layout, "127.0.0.1", 0, Clock.systemUTC(), new PrintWriter(log));
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    private HttpRequest request(String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(issuer.port(), path)))
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(request(path, body), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> login(String name, String with) throws IOException, InterruptedException {
        return post("/login", attempt(name, with));
    }

    private static String attempt(String name, String with) {
        return "{\"name\":\"%s\",\"password\":\"%s\",\"address\":\"10.0.0.1\"}".formatted(name, with);
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return new ObjectMapper().readTree(response.body());
    }

    private static String id(HttpResponse<String> welcome) throws IOException {
        return "{\"id\":\"%s\"}".formatted(json(welcome).path("id").textValue());
    }

    @Test
    void theTokenSaysWhatTheLoginIsAndLivesForFiveMinutes() throws Exception {
        HttpResponse<String> welcome = login("anna", password);
        assertThat(welcome.statusCode()).isEqualTo(200);
        assertThat(json(welcome).path("seconds").intValue()).isEqualTo(300);
        SignedJWT token = SignedJWT.parse(json(welcome).path("token").textValue());
        String pem = Files.readString(layout.keys().resolve("public.pem")).replaceAll("-----[A-Z ]+-----|\\s", "");
        RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        Map<String, Object> claims = token.getJWTClaimsSet().getClaims();
        assertThat(claims).containsEntry("sub", "anna").containsEntry("partner", SUPPLIER);
        assertThat(claims.get("groups")).isEqualTo(List.of("supplier"));
        Instant ends = token.getJWTClaimsSet().getExpirationTime().toInstant();
        assertThat(ends).isBetween(Instant.now().plusSeconds(280), Instant.now().plusSeconds(301));
    }

    @Test
    void aSessionIsWorthTokensUntilItsPersonLeaves() throws Exception {
        HttpResponse<String> welcome = login("anna", password);
        assertThat(json(post("/token", id(welcome))).path("token").textValue()).isNotBlank();
        assertThat(post("/logout", id(welcome)).statusCode()).isEqualTo(200);
        assertThat(post("/token", id(welcome)).statusCode()).isEqualTo(404);
    }

    @Test
    void withoutThePasswordNothingIsSignedForAnybody() throws Exception {
        for (String body : List.of(
                attempt("anna", "wrong"),
                attempt("anna", ""),
                attempt("planner", password),
                "{\"name\":\"anna\"}",
                "{\"name\":null,\"password\":null,\"address\":null}",
                "{\"name\":{\"anna\":1},\"password\":[\"%s\"],\"address\":1}".formatted(password))) {
            HttpResponse<String> refused = post("/login", body);
            assertThat(refused.statusCode()).as(body).isEqualTo(401);
            assertThat(refused.body()).doesNotContain("token");
        }
        for (String body : List.of("{}", "{\"id\":\"anna\"}", "{\"id\":null}", "{\"name\":\"anna\"}")) {
            assertThat(post("/token", body).statusCode()).as(body).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"anna\"", "null", "{", "name=anna"})
    void whatIsNoObjectIsRefused(String body) throws Exception {
        for (String path : List.of("/login", "/token", "/logout")) {
            assertThat(post(path, body).statusCode()).as(path).isEqualTo(400);
        }
    }

    @Test
    void aBodyHasABoundAndOtherCallsGoNowhere() throws Exception {
        assertThat(login("anna", "p".repeat(5_000)).statusCode()).isEqualTo(413);
        assertThat(post("/keys", "{}").statusCode()).isEqualTo(404);
        HttpRequest get = HttpRequest.newBuilder(request("/token", "").uri()).build();
        assertThat(http.send(get, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
    }

    /** A page that was taken over guesses as slowly as anybody: of thirty at once most are sent away. */
    @Test
    void guessesAreSlowedDownHereNotInThePage() throws Exception {
        for (int i = 0; i < Attempts.FREE; i++) {
            assertThat(login("anna", "guess" + i).statusCode()).isEqualTo(401);
        }
        List<CompletableFuture<Integer>> guesses = IntStream.range(0, 30)
                .mapToObj(i -> http.sendAsync(
                                request("/login", attempt("anna", "more" + i)), HttpResponse.BodyHandlers.ofString())
                        .thenApply(HttpResponse::statusCode))
                .toList();
        List<Integer> statuses = guesses.stream().map(CompletableFuture::join).toList();
        assertThat(statuses.stream().filter(s -> s == 429)).hasSizeGreaterThanOrEqualTo(20);
        assertThat(log.toString()).contains("5 wrong passwords in a row: name anna");
    }

    /** Twelve requests of which half came hold readers, not those who look at passwords. */
    @Test
    void requestsThatComeInPartHoldNobodyUp() throws Exception {
        List<Socket> half = new ArrayList<>();
        try {
            for (int i = 0; i < 12; i++) {
                Socket socket = new Socket("127.0.0.1", issuer.port());
                half.add(socket);
                socket.getOutputStream()
                        .write("POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 40\r\n\r\n{"
                                .getBytes(StandardCharsets.US_ASCII));
            }
            long begin = System.nanoTime();
            assertThat(login("anna", password).statusCode()).isEqualTo(200);
            // the first of them is given up after ten seconds
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
        } finally {
            for (Socket socket : half) {
                socket.close();
            }
        }
    }

    /** Somebody whose password was made anew is in with the new one, at once, and not with the old one. */
    @Test
    void whatWasChangedInTheFileCountsAtOnce() throws Exception {
        String fresh = new Logins(layout).reset("anna").password();
        assertThat(login("anna", password).statusCode()).isEqualTo(401);
        assertThat(login("anna", fresh).statusCode()).isEqualTo(200);
    }
}
