package takt.ui.bridge;

import static takt.ui.bridge.Service.CAPACITY;
import static takt.ui.bridge.Service.FORECAST;
import static takt.ui.bridge.Service.SHARING;

import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import takt.proto.capacity.v1.AlertServiceGrpc;
import takt.proto.capacity.v1.CapacityGroupServiceGrpc;
import takt.proto.capacity.v1.CommitmentServiceGrpc;
import takt.proto.forecast.v1.CleansingServiceGrpc;
import takt.proto.forecast.v1.DataQualityServiceGrpc;
import takt.proto.forecast.v1.ForecastVersionServiceGrpc;
import takt.proto.forecast.v1.ModelServiceGrpc;
import takt.proto.forecast.v1.PartServiceGrpc;
import takt.proto.forecast.v1.TrainingServiceGrpc;
import takt.proto.ingest.v1.CrossReferenceServiceGrpc;
import takt.proto.ingest.v1.QuarantineServiceGrpc;
import takt.proto.sharing.v1.NetworkServiceGrpc;
import takt.proto.sharing.v1.PublicationServiceGrpc;

/** The calls that the page may make. What is not here does not exist for it; who may make them, the services decide. */
public final class Rpcs {

    private static final int TWENTY_THOUSAND_ANSWERS = 8 << 20;

    private static final List<Rpc> ALL = Stream.of(
                    Stream.of(
                                    PartServiceGrpc.getListPartsMethod(),
                                    PartServiceGrpc.getListPartSummariesMethod(),
                                    PartServiceGrpc.getListPartGroupsMethod(),
                                    PartServiceGrpc.getGetPartHistoryMethod(),
                                    PartServiceGrpc.getGetProductionScheduleMethod(),
                                    ForecastVersionServiceGrpc.getListForecastVersionsMethod(),
                                    ForecastVersionServiceGrpc.getStreamForecastSeriesMethod(),
                                    ForecastVersionServiceGrpc.getStreamGroupForecastsMethod(),
                                    CleansingServiceGrpc.getListCorrectionsMethod(),
                                    CleansingServiceGrpc.getDecideCorrectionsMethod(),
                                    DataQualityServiceGrpc.getListQualityCardsMethod(),
                                    DataQualityServiceGrpc.getGetPartQualityMethod(),
                                    DataQualityServiceGrpc.getGetQualityHistoryMethod(),
                                    DataQualityServiceGrpc.getListQualityAlarmsMethod(),
                                    ModelServiceGrpc.getListModelsMethod(),
                                    ModelServiceGrpc.getGetModelMethod(),
                                    ModelServiceGrpc.getCompareModelsMethod(),
                                    ModelServiceGrpc.getPromoteModelMethod(),
                                    ModelServiceGrpc.getRollbackModelMethod(),
                                    TrainingServiceGrpc.getListTrainingRunsMethod(),
                                    TrainingServiceGrpc.getGetTrainingRunMethod())
                            .map(method -> Rpc.of(FORECAST, method)),
                    Stream.of(
                                    CleansingServiceGrpc.getProposeCorrectionsMethod(),
                                    DataQualityServiceGrpc.getAssessQualityMethod())
                            .map(method -> Rpc.of(FORECAST, method).patient()),
                    Stream.of(
                                    PublicationServiceGrpc.getListPublicationsMethod(),
                                    PublicationServiceGrpc.getGetPublicationMethod(),
                                    PublicationServiceGrpc.getStreamPublicationLinesMethod(),
                                    PublicationServiceGrpc.getAcknowledgePublicationMethod(),
                                    PublicationServiceGrpc.getGetEditionMethod(),
                                    NetworkServiceGrpc.getListPartnersMethod())
                            .map(method -> Rpc.of(SHARING, method)),
                    Stream.of(
                                    AlertServiceGrpc.getListAlertsMethod(),
                                    AlertServiceGrpc.getAcknowledgeAlertMethod(),
                                    AlertServiceGrpc.getReopenAlertMethod(),
                                    AlertServiceGrpc.getAssignAlertMethod(),
                                    AlertServiceGrpc.getListAlertStepsMethod(),
                                    CapacityGroupServiceGrpc.getListCapacityGroupsMethod(),
                                    CommitmentServiceGrpc.getListCommitmentsMethod())
                            .map(method -> Rpc.of(CAPACITY, method)),
                    Stream.of(Rpc.of(CAPACITY, CommitmentServiceGrpc.getSubmitCommitmentsMethod())
                            .patient()
                            .upTo(TWENTY_THOUSAND_ANSWERS)),
                    Stream.of(FORECAST, SHARING).flatMap(Rpcs::firewall))
            .flatMap(rpcs -> rpcs)
            .toList();

    private Rpcs() {}

    /** What waits for a decision in each service that imports. */
    private static Stream<Rpc> firewall(Service service) {
        return Stream.of(
                Rpc.of(service, QuarantineServiceGrpc.getSummarizeQuarantineMethod()),
                Rpc.of(service, QuarantineServiceGrpc.getListQuarantineMethod()),
                Rpc.of(service, QuarantineServiceGrpc.getDismissQuarantinedRowsMethod()),
                Rpc.of(service, QuarantineServiceGrpc.getFixQuarantinedRowMethod())
                        .patient(),
                Rpc.of(service, QuarantineServiceGrpc.getReplayQuarantineMethod())
                        .patient(),
                Rpc.of(service, CrossReferenceServiceGrpc.getSuggestCrossReferencesMethod())
                        .patient(),
                Rpc.of(service, CrossReferenceServiceGrpc.getAcceptCrossReferenceMethod())
                        .patient(),
                Rpc.of(service, CrossReferenceServiceGrpc.getRejectCrossReferenceMethod())
                        .patient());
    }

    public static List<Rpc> all() {
        return ALL;
    }

    /** All of that name: more than one where several services answer it, none where the page may not make it. */
    static List<Rpc> named(String service, String name) {
        return all(rpc -> rpc.grpcService().equals(service) && rpc.name().equals(name));
    }

    /**
     * The one for a call of the contract.
     *
     * @throws IllegalArgumentException where the page may not make it
     */
    public static Rpc of(Service service, MethodDescriptor<? extends Message, ? extends Message> method) {
        return all(rpc -> rpc.service() == service && rpc.method() == method).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The page may not call %s of %s.".formatted(method.getFullMethodName(), service)));
    }

    private static List<Rpc> all(Predicate<Rpc> isWanted) {
        return ALL.stream().filter(isWanted).toList();
    }
}
