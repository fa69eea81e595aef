package takt.ui.bridge;

import com.fasterxml.jackson.databind.util.RawValue;
import com.google.protobuf.Message;
import io.grpc.Status;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Every call that the page may make, in the unary JSON form of the Connect protocol, so that any Connect client fits.
 * Where more than one service answers a call, the address says which: `/rpc/sharing/takt.ingest.v1.QuarantineService/..`.
 * Streams come as lines of JSON: `{"result": ..}` each, then `{"end": {}}` or `{"error": ..}`; one that ends without is cut.
 */
@Path("/rpc")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
public class Bridge {

    static final String LINES = "application/x-ndjson";

    private final Upstream upstream;
    private final JsonWebToken token;

    Bridge(Upstream upstream, JsonWebToken token) {
        this.upstream = upstream;
        this.token = token;
    }

    @POST
    @Path("{service}/{method}")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> call(
            @PathParam("service") String service,
            @PathParam("method") String method,
            @HeaderParam("Connect-Timeout-Ms") @Nullable String timeout,
            byte[] body) {
        return one(Rpcs.named(service, method), service + "/" + method, timeout, body);
    }

    @POST
    @Path("{at}/{service}/{method}")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> call(
            @PathParam("at") String at,
            @PathParam("service") String service,
            @PathParam("method") String method,
            @HeaderParam("Connect-Timeout-Ms") @Nullable String timeout,
            byte[] body) {
        return one(in(at, service, method), at + "/" + service + "/" + method, timeout, body);
    }

    @POST
    @Path("{service}/{method}")
    @Produces(LINES)
    public Multi<RawValue> stream(
            @PathParam("service") String service,
            @PathParam("method") String method,
            @HeaderParam("Connect-Timeout-Ms") @Nullable String timeout,
            byte[] body) {
        return many(Rpcs.named(service, method), service + "/" + method, timeout, body);
    }

    @POST
    @Path("{at}/{service}/{method}")
    @Produces(LINES)
    public Multi<RawValue> stream(
            @PathParam("at") String at,
            @PathParam("service") String service,
            @PathParam("method") String method,
            @HeaderParam("Connect-Timeout-Ms") @Nullable String timeout,
            byte[] body) {
        return many(in(at, service, method), at + "/" + service + "/" + method, timeout, body);
    }

    private Multi<RawValue> many(List<Rpc> named, String address, @Nullable String timeout, byte[] body) {
        String raw = token.getRawToken();
        return Multi.createFrom()
                .deferred(() -> {
                    Rpc rpc = only(named, address, true);
                    return upstream.many(rpc, request(rpc, body), raw, patience(rpc, timeout));
                })
                .map(answer -> "{\"result\":" + Json.print(answer) + "}")
                .onCompletion()
                .continueWith("{\"end\":{}}")
                .onFailure()
                .recoverWithItem(failure -> "{\"error\":" + Problem.of(failure).json() + "}")
                .map(RawValue::new);
    }

    private static List<Rpc> in(String at, String service, String method) {
        return Rpcs.named(service, method).stream()
                .filter(rpc -> rpc.service().path().equals(at))
                .toList();
    }

    private Uni<Response> one(List<Rpc> named, String address, @Nullable String timeout, byte[] body) {
        String raw = token.getRawToken();
        return Uni.createFrom()
                .deferred(() -> {
                    Rpc rpc = only(named, address, false);
                    return upstream.one(rpc, request(rpc, body), raw, patience(rpc, timeout));
                })
                .map(answer -> Response.ok(
                                Json.print(answer).getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON)
                        .build())
                .onFailure()
                .recoverWithItem(failure -> Problem.of(failure).response());
    }

    private static Rpc only(List<Rpc> named, String address, boolean isStream) {
        if (named.size() > 1) {
            throw Status.UNIMPLEMENTED
                    .withDescription("More than one service answers %s.%nMaybe ask /rpc/%s/%s."
                            .formatted(address, named.get(0).service().path(), address))
                    .asRuntimeException();
        }
        return named.stream()
                .filter(rpc -> rpc.isStream() == isStream)
                .findFirst()
                .orElseThrow(() -> Status.UNIMPLEMENTED
                        .withDescription(
                                "There is no call %s%s here.".formatted(address, isStream ? " that streams" : ""))
                        .asRuntimeException());
    }

    private static Message request(Rpc rpc, byte[] body) {
        if (body.length > rpc.largest()) {
            throw Status.RESOURCE_EXHAUSTED
                    .withDescription(
                            "The body has %d bytes, %d at most are taken.".formatted(body.length, rpc.largest()))
                    .asRuntimeException();
        }
        return Json.parse(rpc, body);
    }

    /** A client may have less patience, never more. */
    private static Duration patience(Rpc rpc, @Nullable String timeout) {
        if (timeout == null) {
            return rpc.patience();
        }
        try {
            Duration asked = Duration.ofMillis(Math.max(1, Long.parseLong(timeout)));
            return asked.compareTo(rpc.patience()) < 0 ? asked : rpc.patience();
        } catch (NumberFormatException e) {
            throw Status.INVALID_ARGUMENT
                    .withDescription("The header Connect-Timeout-Ms (%s) must be a number.".formatted(timeout))
                    .asRuntimeException();
        }
    }
}
