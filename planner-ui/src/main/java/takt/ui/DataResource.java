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
import java.util.Arrays;
import takt.proto.forecast.v1.AssessQualityRequest;
import takt.proto.forecast.v1.CorrectionFilter;
import takt.proto.forecast.v1.CorrectionStanding;
import takt.proto.forecast.v1.DecideCorrectionsRequest;
import takt.proto.forecast.v1.GetPartQualityRequest;
import takt.proto.forecast.v1.ListCorrectionsRequest;
import takt.proto.forecast.v1.ListQualityAlarmsRequest;
import takt.proto.forecast.v1.ListQualityCardsRequest;
import takt.proto.forecast.v1.MutinyCleansingServiceGrpc.MutinyCleansingServiceStub;
import takt.proto.forecast.v1.MutinyDataQualityServiceGrpc.MutinyDataQualityServiceStub;
import takt.proto.forecast.v1.ProposeCorrectionsRequest;

/** What the page asks about the quality of data and about corrections; each answer is one gRPC call's, as JSON. */
@Path("/api/data")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class DataResource {

    @GrpcClient("forecast")
    MutinyDataQualityServiceStub quality;

    @GrpcClient("forecast")
    MutinyCleansingServiceStub cleansing;

    private final Calls calls;

    DataResource(Calls calls) {
        this.calls = calls;
    }

    @GET
    @Path("alarms")
    public Uni<String> alarms() {
        return Calls.json(calls.as(quality).listQualityAlarms(ListQualityAlarmsRequest.getDefaultInstance()));
    }

    @GET
    @Path("cards")
    public Uni<String> cards() {
        return Calls.json(calls.as(quality).listQualityCards(ListQualityCardsRequest.getDefaultInstance()));
    }

    @POST
    @Path("assess")
    public Uni<String> assess() {
        return Calls.json(calls.patient(quality).assessQuality(AssessQualityRequest.getDefaultInstance()));
    }

    @GET
    @Path("part")
    public Uni<String> part(@QueryParam("part") @DefaultValue("") String part) {
        return Calls.json(calls.as(quality)
                .getPartQuality(GetPartQualityRequest.newBuilder().setPart(part).build()));
    }

    @GET
    @Path("corrections")
    public Uni<String> corrections(
            @QueryParam("part") @DefaultValue("") String part,
            @QueryParam("standing") @DefaultValue("") String standing,
            @QueryParam("page") @DefaultValue("") String page) {
        return Calls.json(calls.as(cleansing)
                .listCorrections(ListCorrectionsRequest.newBuilder()
                        .setFilter(CorrectionFilter.newBuilder().setPart(part))
                        .setStanding(standing(standing))
                        .setPageSize(50)
                        .setPageToken(page)
                        .build()));
    }

    @POST
    @Path("corrections/find")
    public Uni<String> find() {
        return Calls.json(calls.patient(cleansing).proposeCorrections(ProposeCorrectionsRequest.getDefaultInstance()));
    }

    @POST
    @Path("corrections/decide")
    public Uni<String> decide(
            @QueryParam("id") @DefaultValue("0") long id, @QueryParam("standing") @DefaultValue("") String standing) {
        return Calls.json(calls.as(cleansing)
                .decideCorrections(DecideCorrectionsRequest.newBuilder()
                        .addIds(id)
                        .setStanding(standing(standing))
                        .build()));
    }

    /** What is none of them is left to the service to refuse. */
    private static CorrectionStanding standing(String name) {
        return Arrays.stream(CorrectionStanding.values())
                .filter(s -> s.name().equals("CORRECTION_STANDING_" + name))
                .findFirst()
                .orElse(CorrectionStanding.CORRECTION_STANDING_UNSPECIFIED);
    }
}
