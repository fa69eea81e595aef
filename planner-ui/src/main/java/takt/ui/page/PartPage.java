package takt.ui.page;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.stream.Stream;
import takt.proto.capacity.v1.AlertServiceGrpc;
import takt.proto.capacity.v1.CommitmentServiceGrpc;
import takt.proto.capacity.v1.ListAlertsRequest;
import takt.proto.capacity.v1.ListCommitmentsRequest;
import takt.proto.forecast.v1.CleansingServiceGrpc;
import takt.proto.forecast.v1.CorrectionFilter;
import takt.proto.forecast.v1.DataQualityServiceGrpc;
import takt.proto.forecast.v1.GetPartHistoryRequest;
import takt.proto.forecast.v1.GetPartQualityRequest;
import takt.proto.forecast.v1.ListCorrectionsRequest;
import takt.proto.forecast.v1.PartServiceGrpc;
import takt.proto.sharing.v1.ListPartnersRequest;
import takt.proto.sharing.v1.ListPublicationsRequest;
import takt.proto.sharing.v1.NetworkServiceGrpc;
import takt.proto.sharing.v1.PublicationServiceGrpc;
import takt.proto.sharing.v1.StreamPublicationLinesRequest;
import takt.ui.bridge.Answer;
import takt.ui.bridge.Asker;
import takt.ui.bridge.Service;

@Singleton
class PartPage implements Page {

    @Override
    public String name() {
        return "part";
    }

    @Override
    public Uni<List<Answer>> compose(Asker asker, MultivaluedMap<String, String> address) {
        String part = Page.of(address, "part");
        return Uni.combine()
                .all()
                .unis(
                        ShownVersion.of(asker, Page.of(address, "version"), part),
                        Page.all(facts(asker, part)),
                        Page.all(asked(asker, part)))
                .with((forecast, facts, asked) ->
                        Stream.of(forecast, facts, asked).flatMap(List::stream).toList());
    }

    private static List<Uni<Answer>> facts(Asker asker, String part) {
        return List.of(
                asker.ask(
                        Service.FORECAST,
                        PartServiceGrpc.getGetPartHistoryMethod(),
                        GetPartHistoryRequest.newBuilder().setPart(part).build()),
                asker.ask(
                        Service.FORECAST,
                        DataQualityServiceGrpc.getGetPartQualityMethod(),
                        GetPartQualityRequest.newBuilder().setPart(part).build()),
                asker.ask(
                        Service.FORECAST,
                        CleansingServiceGrpc.getListCorrectionsMethod(),
                        ListCorrectionsRequest.newBuilder()
                                .setFilter(CorrectionFilter.newBuilder().setPart(part))
                                .setPageSize(50)
                                .build()));
    }

    /** What is asked of suppliers, what they answer, and where that is short. */
    private static List<Uni<Answer>> asked(Asker asker, String part) {
        return List.of(
                asker.ask(
                        Service.SHARING,
                        PublicationServiceGrpc.getStreamPublicationLinesMethod(),
                        StreamPublicationLinesRequest.newBuilder().setPart(part).build()),
                asker.ask(
                        Service.SHARING,
                        PublicationServiceGrpc.getListPublicationsMethod(),
                        ListPublicationsRequest.newBuilder().setPageSize(200).build()),
                asker.ask(
                        Service.SHARING,
                        NetworkServiceGrpc.getListPartnersMethod(),
                        ListPartnersRequest.getDefaultInstance()),
                asker.ask(
                        Service.CAPACITY,
                        CommitmentServiceGrpc.getListCommitmentsMethod(),
                        ListCommitmentsRequest.newBuilder()
                                .setPart(part)
                                .setPageSize(1000)
                                .build()),
                asker.ask(
                        Service.CAPACITY,
                        AlertServiceGrpc.getListAlertsMethod(),
                        ListAlertsRequest.newBuilder()
                                .setPart(part)
                                .setPageSize(200)
                                .build()));
    }
}
