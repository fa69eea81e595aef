package takt.ui;

import io.quarkus.grpc.GrpcClient;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import takt.proto.capacity.v1.AcknowledgeAlertRequest;
import takt.proto.capacity.v1.ListAlertsRequest;
import takt.proto.capacity.v1.ListCommitmentsRequest;
import takt.proto.capacity.v1.MutinyAlertServiceGrpc.MutinyAlertServiceStub;
import takt.proto.capacity.v1.MutinyCommitmentServiceGrpc.MutinyCommitmentServiceStub;
import takt.proto.forecast.v1.GetPartHistoryRequest;
import takt.proto.forecast.v1.ListForecastVersionsRequest;
import takt.proto.forecast.v1.ListPartsRequest;
import takt.proto.forecast.v1.MutinyForecastVersionServiceGrpc.MutinyForecastVersionServiceStub;
import takt.proto.forecast.v1.MutinyPartServiceGrpc.MutinyPartServiceStub;
import takt.proto.forecast.v1.StreamForecastSeriesRequest;
import takt.proto.forecast.v1.VersionState;
import takt.proto.sharing.v1.GetEditionRequest;
import takt.proto.sharing.v1.GetEditionResponse;
import takt.proto.sharing.v1.ListPartnersRequest;
import takt.proto.sharing.v1.ListPublicationsRequest;
import takt.proto.sharing.v1.MutinyNetworkServiceGrpc.MutinyNetworkServiceStub;
import takt.proto.sharing.v1.MutinyPublicationServiceGrpc.MutinyPublicationServiceStub;
import takt.proto.sharing.v1.StreamPublicationLinesRequest;

/** What the page asks for; each answer is one gRPC call's, as JSON. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class PlannerResource {

    private static final int MOST_SERIES = 20;
    private static final int MOST_LINES = 200;

    @GrpcClient("forecast")
    MutinyPartServiceStub parts;

    @GrpcClient("forecast")
    MutinyForecastVersionServiceStub versions;

    @GrpcClient("sharing")
    MutinyPublicationServiceStub publications;

    @GrpcClient("sharing")
    MutinyNetworkServiceStub network;

    @GrpcClient("capacity")
    MutinyCommitmentServiceStub commitments;

    @GrpcClient("capacity")
    MutinyAlertServiceStub alerts;

    private final Calls calls;

    PlannerResource(Calls calls) {
        this.calls = calls;
    }

    @GET
    @Path("parts")
    public Uni<String> parts(
            @QueryParam("query") @DefaultValue("") String query, @QueryParam("page") @DefaultValue("") String page) {
        return Calls.json(calls.as(parts)
                .listParts(ListPartsRequest.newBuilder()
                        .setQuery(query)
                        .setPageSize(50)
                        .setPageToken(page)
                        .build()));
    }

    @GET
    @Path("history")
    public Uni<String> history(@QueryParam("part") @DefaultValue("") String part) {
        return Calls.json(calls.as(parts)
                .getPartHistory(GetPartHistoryRequest.newBuilder().setPart(part).build()));
    }

    @GET
    @Path("versions")
    public Uni<String> versions() {
        return Calls.json(calls.as(versions)
                .listForecastVersions(
                        ListForecastVersionsRequest.newBuilder().setPageSize(50).build()));
    }

    @GET
    @Path("series")
    public Uni<String> series(
            @QueryParam("version") @DefaultValue("") String version,
            @QueryParam("part") @DefaultValue("") String part) {
        return Calls.array(
                calls.as(versions)
                        .streamForecastSeries(StreamForecastSeriesRequest.newBuilder()
                                .setVersionId(version)
                                .setPart(part)
                                .build()),
                MOST_SERIES);
    }

    @GET
    @Path("lines")
    public Uni<String> lines(@QueryParam("part") @DefaultValue("") String part) {
        return Calls.array(
                calls.as(publications)
                        .streamPublicationLines(StreamPublicationLinesRequest.newBuilder()
                                .setPart(part)
                                .build()),
                MOST_LINES);
    }

    @GET
    @Path("publications")
    public Uni<String> publications() {
        return Calls.json(calls.as(publications)
                .listPublications(
                        ListPublicationsRequest.newBuilder().setPageSize(200).build()));
    }

    /** What became of the version that is released: what was published, and what nobody supplies. Empty before the first. */
    @GET
    @Path("edition")
    public Uni<String> edition() {
        return Calls.json(calls.as(versions)
                .listForecastVersions(
                        ListForecastVersionsRequest.newBuilder().setPageSize(50).build())
                .chain(found -> found.getVersionsList().stream()
                        .filter(v -> v.getState() == VersionState.VERSION_STATE_RELEASED)
                        .findFirst()
                        .map(v -> calls.as(publications)
                                .getEdition(GetEditionRequest.newBuilder()
                                        .setVersionId(v.getId())
                                        .build()))
                        .orElseGet(() -> Uni.createFrom().item(GetEditionResponse.getDefaultInstance()))));
    }

    @GET
    @Path("partners")
    public Uni<String> partners() {
        return Calls.json(calls.as(network).listPartners(ListPartnersRequest.getDefaultInstance()));
    }

    @GET
    @Path("commitments")
    public Uni<String> commitments(@QueryParam("part") @DefaultValue("") String part) {
        return Calls.json(calls.as(commitments)
                .listCommitments(ListCommitmentsRequest.newBuilder()
                        .setPart(part)
                        .setPageSize(1000)
                        .build()));
    }

    @GET
    @Path("alerts")
    public Uni<String> alerts(@QueryParam("part") @DefaultValue("") String part) {
        return Calls.json(calls.as(alerts)
                .listAlerts(ListAlertsRequest.newBuilder()
                        .setPart(part)
                        .setPageSize(200)
                        .build()));
    }

    @POST
    @Path("alerts/acknowledge")
    public Uni<String> acknowledge(@QueryParam("alert") @DefaultValue("") String alert) {
        return Calls.json(calls.as(alerts)
                .acknowledgeAlert(
                        AcknowledgeAlertRequest.newBuilder().setAlertId(alert).build()));
    }
}
