package takt.ui.page;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import takt.proto.forecast.v1.CleansingServiceGrpc;
import takt.proto.forecast.v1.CorrectionStanding;
import takt.proto.forecast.v1.DataQualityServiceGrpc;
import takt.proto.forecast.v1.ListCorrectionsRequest;
import takt.proto.forecast.v1.ListQualityAlarmsRequest;
import takt.proto.forecast.v1.ListQualityCardsRequest;
import takt.proto.ingest.v1.QuarantineServiceGrpc;
import takt.proto.ingest.v1.SummarizeQuarantineRequest;
import takt.ui.bridge.Answer;
import takt.ui.bridge.Asker;
import takt.ui.bridge.Service;

/** Without spellings: looking for them goes over all parts. */
@Singleton
class DataPage implements Page {

    @Override
    public String name() {
        return "data";
    }

    @Override
    public Uni<List<Answer>> compose(Asker asker, MultivaluedMap<String, String> address) {
        return Page.all(List.of(
                asker.ask(
                        Service.FORECAST,
                        DataQualityServiceGrpc.getListQualityAlarmsMethod(),
                        ListQualityAlarmsRequest.getDefaultInstance()),
                asker.ask(
                        Service.FORECAST,
                        DataQualityServiceGrpc.getListQualityCardsMethod(),
                        ListQualityCardsRequest.getDefaultInstance()),
                waiting(asker, Service.FORECAST),
                waiting(asker, Service.SHARING),
                asker.ask(
                        Service.FORECAST,
                        CleansingServiceGrpc.getListCorrectionsMethod(),
                        ListCorrectionsRequest.newBuilder()
                                .setStanding(CorrectionStanding.CORRECTION_STANDING_PROPOSED)
                                .setPageSize(50)
                                .build())));
    }

    private static Uni<Answer> waiting(Asker asker, Service service) {
        return asker.ask(
                service,
                QuarantineServiceGrpc.getSummarizeQuarantineMethod(),
                SummarizeQuarantineRequest.getDefaultInstance());
    }
}
