package takt.ui;

import io.quarkus.grpc.GrpcClient;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import takt.proto.ingest.v1.AcceptCrossReferenceRequest;
import takt.proto.ingest.v1.CodeKind;
import takt.proto.ingest.v1.CrossReference;
import takt.proto.ingest.v1.MutinyCrossReferenceServiceGrpc.MutinyCrossReferenceServiceStub;
import takt.proto.ingest.v1.MutinyQuarantineServiceGrpc.MutinyQuarantineServiceStub;
import takt.proto.ingest.v1.RejectCrossReferenceRequest;
import takt.proto.ingest.v1.SuggestCrossReferencesRequest;
import takt.proto.ingest.v1.SummarizeQuarantineRequest;

/** What waits for a decision in one of the services that import; each answer is one gRPC call's, as JSON. */
@Path("/api/waiting/{service}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class WaitingResource {

    @GrpcClient("forecast")
    MutinyQuarantineServiceStub demandRows;

    @GrpcClient("forecast")
    MutinyCrossReferenceServiceStub demandCodes;

    @GrpcClient("sharing")
    MutinyQuarantineServiceStub networkRows;

    @GrpcClient("sharing")
    MutinyCrossReferenceServiceStub networkCodes;

    private final Calls calls;

    WaitingResource(Calls calls) {
        this.calls = calls;
    }

    @GET
    @Path("rows")
    public Uni<String> rows(@PathParam("service") String service) {
        return Calls.json(calls.as(isNetwork(service) ? networkRows : demandRows)
                .summarizeQuarantine(SummarizeQuarantineRequest.getDefaultInstance()));
    }

    @GET
    @Path("suggestions")
    public Uni<String> suggestions(@PathParam("service") String service) {
        return Calls.json(codes(service).suggestCrossReferences(SuggestCrossReferencesRequest.getDefaultInstance()));
    }

    @POST
    @Path("accept")
    public Uni<String> accept(
            @PathParam("service") String service,
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("code") @DefaultValue("") String code,
            @QueryParam("means") @DefaultValue("") String means) {
        return Calls.json(codes(service)
                .acceptCrossReference(AcceptCrossReferenceRequest.newBuilder()
                        .setReference(reference(kind, code, means))
                        .build()));
    }

    @POST
    @Path("reject")
    public Uni<String> reject(
            @PathParam("service") String service,
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("code") @DefaultValue("") String code,
            @QueryParam("means") @DefaultValue("") String means) {
        return Calls.json(codes(service)
                .rejectCrossReference(RejectCrossReferenceRequest.newBuilder()
                        .setReference(reference(kind, code, means))
                        .build()));
    }

    private MutinyCrossReferenceServiceStub codes(String service) {
        return calls.patient(isNetwork(service) ? networkCodes : demandCodes);
    }

    private static boolean isNetwork(String service) {
        return switch (service) {
            case "forecast" -> false;
            case "sharing" -> true;
            default -> throw new NotFoundException();
        };
    }

    /** What is no kind is left to the service to refuse. */
    private static CrossReference reference(String kind, String code, String means) {
        return CrossReference.newBuilder()
                .setKind(Arrays.stream(CodeKind.values())
                        .filter(k -> k.name().equals(kind))
                        .findFirst()
                        .orElse(CodeKind.CODE_KIND_UNSPECIFIED))
                .setCode(code)
                .setMeans(means)
                .build();
    }
}
