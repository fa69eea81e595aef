package takt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Channel;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A stack of its own for the journey, driven through the `takt` command as a user would. */
final class LocalStack {

    static final int BASE = 9400;
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Path STATE = Path.of("target/journey-state").toAbsolutePath();
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, String> sessions = new ConcurrentHashMap<>();
    private final Map<String, ManagedChannel> channels = new ConcurrentHashMap<>();

    static Path state() {
        return STATE;
    }

    static void forget() throws IOException {
        if (Files.exists(STATE)) {
            try (Stream<Path> files = Files.walk(STATE)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    /** Runs a command; returns its exit status. */
    int takt(String... arguments) throws Exception {
        return takt(BASE, arguments);
    }

    /** @param base where the command looks for the services */
    int takt(int base, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().add(HOME.resolve("takt").toString());
        builder.command().addAll(java.util.List.of(arguments));
        builder.environment().put("TAKT_NO_BUILD", "yes");
        builder.environment().put("TAKT_STATE", STATE.toString());
        builder.environment().put("TAKT_PORT_BASE", String.valueOf(base));
        File log = new File("target/journey.log");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS))
                .as("takt %s", String.join(" ", arguments))
                .isTrue();
        return process.exitValue();
    }

    void up() throws Exception {
        assertThat(takt("up", "--business-date", "2001-04-02"))
                .as(Files.readString(Path.of("target/journey.log")))
                .isZero();
    }

    static boolean isEachServiceReady() {
        for (int service = 0; service <= 3; service++) {
            try {
                int status = RestAssured.get("http://127.0.0.1:%d/q/health/ready".formatted(BASE + service))
                        .statusCode();
                if (status != 200) {
                    return false;
                }
            } catch (Exception e) { // it does not listen
                return false;
            }
        }
        return true;
    }

    boolean isReady() {
        try {
            return takt("status") == 0;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    long pid(String service) throws IOException {
        return Long.parseLong(
                Files.readString(STATE.resolve("run").resolve(service + ".pid")).strip());
    }

    void kill(String service) throws Exception {
        ProcessHandle process = ProcessHandle.of(pid(service)).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
    }

    /** Lets a service stand still, or go on. */
    void signal(String service, String signal) throws Exception {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(pid(service)))
                .start()
                .waitFor();
    }

    void killPostgres() throws Exception {
        new ProcessBuilder("kill", "-KILL", String.valueOf(postgresPid()))
                .start()
                .waitFor();
    }

    private static long postgresPid() throws IOException {
        return Long.parseLong(Files.readAllLines(STATE.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
    }

    /** The database of the stack, as the services see it. */
    static java.sql.Connection database() throws Exception {
        return java.sql.DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/takt".formatted(BASE + 32),
                "takt",
                Files.readString(STATE.resolve("keys/database-password")).strip());
    }

    void stopPostgres() throws Exception {
        long pid = postgresPid();
        new ProcessBuilder("kill", "-INT", String.valueOf(pid)).start().waitFor();
        ProcessHandle.of(pid)
                .ifPresent(p -> p.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    }

    /** A token as `takt login` makes one for a supplier's or a scientist's own programs. */
    String token(String login) {
        return tokens.computeIfAbsent(login, name -> {
            try {
                assertThat(takt("login", name)).isZero();
                return Files.readString(STATE.resolve("token")).strip();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Logs in at the page, as a person would, and takes its cookie. */
    String session(String login) {
        return session(login, password(login));
    }

    String session(String login, String password) {
        return sessions.computeIfAbsent(
                login,
                name -> RestAssured.given()
                        .contentType("application/json")
                        .body(Map.of("name", name, "password", password))
                        .post("http://127.0.0.1:" + BASE + "/api/login")
                        .then()
                        .statusCode(200)
                        .extract()
                        .cookie("takt-" + BASE));
    }

    /** Where the page is. */
    static String page() {
        return "http://127.0.0.1:" + BASE;
    }

    /** What the page of a person asks its server. */
    RequestSpecification page(String login) {
        return RestAssured.given()
                .baseUri("http://127.0.0.1:" + BASE)
                .urlEncodingEnabled(false)
                .cookie("takt-" + BASE, session(login));
    }

    /** What the first `takt up` said; it stands nowhere else. */
    static String password(String login) {
        try (Stream<String> lines = Files.lines(Path.of("target/journey.log"))) {
            return lines.map(l -> l.strip().split(" +"))
                    .filter(c -> c.length == 3 && c[0].equals(login) && c[2].startsWith("("))
                    .reduce((first, last) -> last)
                    .orElseThrow()[1];
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends who would start again what a test has stopped for a while; the next `takt up` brings it back. */
    void killKeeper() throws Exception {
        kill("keep");
    }

    /** 1 forecast, 2 sharing, 3 capacity. */
    ManagedChannel channel(int service) {
        return channels.computeIfAbsent(
                "" + service,
                s -> ManagedChannelBuilder.forAddress("127.0.0.1", BASE + service)
                        .usePlaintext()
                        .build());
    }

    <S extends AbstractStub<S>> S as(String login, S stub) {
        return stub.withInterceptors(bearer(login)).withDeadlineAfter(60, TimeUnit.SECONDS);
    }

    /** A channel whose every call is that login's. */
    Channel channelAs(String login, int service) {
        return ClientInterceptors.intercept(channel(service), bearer(login));
    }

    Channel as(String login, Channel channel) {
        return ClientInterceptors.intercept(channel, bearer(login));
    }

    private ClientInterceptor bearer(String login) {
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + token(login));
        return MetadataUtils.newAttachHeadersInterceptor(headers);
    }

    void close() throws Exception {
        channels.values().forEach(ManagedChannel::shutdownNow);
        takt("down");
    }
}
