package takt.ui.page;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.stream.Stream;
import takt.proto.forecast.v1.DataQualityServiceGrpc;
import takt.proto.forecast.v1.ForecastVersion;
import takt.proto.forecast.v1.ForecastVersionServiceGrpc;
import takt.proto.forecast.v1.ListForecastVersionsRequest;
import takt.proto.forecast.v1.ListForecastVersionsResponse;
import takt.proto.forecast.v1.ListQualityAlarmsRequest;
import takt.proto.forecast.v1.ListQualityCardsRequest;
import takt.proto.ingest.v1.QuarantineServiceGrpc;
import takt.proto.ingest.v1.SummarizeQuarantineRequest;
import takt.proto.sharing.v1.GetEditionRequest;
import takt.proto.sharing.v1.ListPublicationsRequest;
import takt.proto.sharing.v1.PublicationServiceGrpc;
import takt.ui.bridge.Answer;
import takt.ui.bridge.Asker;
import takt.ui.bridge.Service;

/** What needs somebody, and whether the data can be trusted. */
@Singleton
class MondayPage implements Page {

    @Override
    public String name() {
        return "monday";
    }

    @Override
    public Uni<List<Answer>> compose(Asker asker, MultivaluedMap<String, String> address) {
        var released = asker.ask(
                        Service.FORECAST,
                        ForecastVersionServiceGrpc.getListForecastVersionsMethod(),
                        ListForecastVersionsRequest.newBuilder()
                                .setPageSize(200)
                                .build())
                .chain(versions -> versions.of(ListForecastVersionsResponse.class)
                        .flatMap(page -> ShownVersion.among(page.getVersionsList(), ""))
                        .map(version -> published(asker, version, versions))
                        .orElseGet(() -> Uni.createFrom().item(List.of(versions))));
        var others = Page.all(List.of(
                asker.ask(
                        Service.FORECAST,
                        DataQualityServiceGrpc.getListQualityAlarmsMethod(),
                        ListQualityAlarmsRequest.getDefaultInstance()),
                asker.ask(
                        Service.FORECAST,
                        DataQualityServiceGrpc.getListQualityCardsMethod(),
                        ListQualityCardsRequest.getDefaultInstance()),
                asker.ask(
                        Service.FORECAST,
                        QuarantineServiceGrpc.getSummarizeQuarantineMethod(),
                        SummarizeQuarantineRequest.getDefaultInstance()),
                asker.ask(
                        Service.SHARING,
                        QuarantineServiceGrpc.getSummarizeQuarantineMethod(),
                        SummarizeQuarantineRequest.getDefaultInstance())));
        return Uni.combine()
                .all()
                .unis(released, new InboxPage().compose(asker, address), others)
                .with((a, b, c) -> Stream.of(a, b, c).flatMap(List::stream).toList());
    }

    private static Uni<List<Answer>> published(Asker asker, ForecastVersion version, Answer versions) {
        return Page.all(List.of(
                Uni.createFrom().item(versions),
                asker.ask(
                        Service.SHARING,
                        PublicationServiceGrpc.getGetEditionMethod(),
                        GetEditionRequest.newBuilder()
                                .setVersionId(version.getId())
                                .build()),
                asker.ask(
                        Service.SHARING,
                        PublicationServiceGrpc.getListPublicationsMethod(),
                        ListPublicationsRequest.newBuilder()
                                .setVersionId(version.getId())
                                .setPageSize(200)
                                .build())));
    }
}
