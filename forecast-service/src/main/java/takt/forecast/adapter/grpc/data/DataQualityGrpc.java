package takt.forecast.adapter.grpc.data;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import takt.forecast.quality.Alarm;
import takt.forecast.quality.Card;
import takt.forecast.quality.Dimension;
import takt.forecast.quality.Scope;
import takt.forecast.usecase.data.AssessQuality;
import takt.kit.Ids;
import takt.kit.Mirror;
import takt.kit.caller.Roles;
import takt.kit.error.TaktException;
import takt.proto.forecast.v1.AssessQualityRequest;
import takt.proto.forecast.v1.AssessQualityResponse;
import takt.proto.forecast.v1.DataQualityService;
import takt.proto.forecast.v1.GetPartQualityRequest;
import takt.proto.forecast.v1.GetPartQualityResponse;
import takt.proto.forecast.v1.GetQualityHistoryRequest;
import takt.proto.forecast.v1.GetQualityHistoryResponse;
import takt.proto.forecast.v1.ListQualityAlarmsRequest;
import takt.proto.forecast.v1.ListQualityAlarmsResponse;
import takt.proto.forecast.v1.ListQualityCardsRequest;
import takt.proto.forecast.v1.ListQualityCardsResponse;
import takt.proto.forecast.v1.QualityCard;
import takt.proto.forecast.v1.QualityCause;
import takt.proto.forecast.v1.QualityDimension;
import takt.proto.forecast.v1.QualityScope;

@GrpcService
public class DataQualityGrpc implements DataQualityService {

    private static final Mirror<QualityScope, Scope> SCOPES = Mirror.of(QualityScope.class, Scope.class);
    private static final Mirror<QualityCause, Alarm.Cause> CAUSES = Mirror.of(QualityCause.class, Alarm.Cause.class);
    private static final Mirror<QualityDimension, Dimension> DIMENSIONS =
            Mirror.of(QualityDimension.class, Dimension.class);

    private static final int POINTS = 500;

    private final AssessQuality quality;

    DataQualityGrpc(AssessQuality quality) {
        this.quality = quality;
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST})
    public Uni<AssessQualityResponse> assessQuality(AssessQualityRequest request) {
        return quality.assess().map(cards -> {
            AssessQualityResponse.Builder response = AssessQualityResponse.newBuilder();
            cards.forEach(card -> response.addCards(message(card)));
            return response.build();
        });
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST})
    public Uni<ListQualityCardsResponse> listQualityCards(ListQualityCardsRequest request) {
        return quality.newest().map(newest -> {
            ListQualityCardsResponse.Builder response = ListQualityCardsResponse.newBuilder();
            newest.ifPresent(assessed -> {
                response.setAssessedAt(assessed.at().toString());
                assessed.cards().forEach(card -> response.addCards(message(card)));
            });
            return response.build();
        });
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST})
    public Uni<GetPartQualityResponse> getPartQuality(GetPartQualityRequest request) {
        return quality.part(visible(request.getPart()))
                .map(card -> GetPartQualityResponse.newBuilder()
                        .setCard(message(card))
                        .build());
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST})
    public Uni<GetQualityHistoryResponse> getQualityHistory(GetQualityHistoryRequest request) {
        return Uni.createFrom().deferred(() -> {
            Scope scope = SCOPES.ours(request.getScope())
                    .filter(s -> s != Scope.PART)
                    .orElseThrow(() -> TaktException.invalid(
                            "SCOPE_INVALID", "scope", "History is kept of kinds and sources; say which."));
            return quality.history(scope, visible(request.getName()), POINTS).map(points -> {
                GetQualityHistoryResponse.Builder response = GetQualityHistoryResponse.newBuilder();
                points.forEach(p -> response.addPointsBuilder()
                        .setAssessedAt(p.at().toString())
                        .setScore(p.score()));
                return response.build();
            });
        });
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST})
    public Uni<ListQualityAlarmsResponse> listQualityAlarms(ListQualityAlarmsRequest request) {
        return quality.ringing().map(ringing -> {
            ListQualityAlarmsResponse.Builder response = ListQualityAlarmsResponse.newBuilder();
            ringing.forEach(r -> response.addAlarmsBuilder()
                    .setScope(SCOPES.contract(r.alarm().scope()))
                    .setName(r.alarm().name())
                    .setCause(CAUSES.contract(r.alarm().cause()))
                    .setWords(r.alarm().words())
                    .setSince(r.since().toString()));
            return response.build();
        });
    }

    /** No name holds the one character that the database refuses. */
    private static String visible(String text) {
        return Ids.cut(text.replace('\0', '\uFFFD'));
    }

    private static QualityCard message(Card card) {
        QualityCard.Builder message = QualityCard.newBuilder()
                .setScope(SCOPES.contract(card.scope()))
                .setName(card.name())
                .setScore(card.score());
        card.measures()
                .forEach(m -> message.addMeasuresBuilder()
                        .setDimension(DIMENSIONS.contract(m.dimension()))
                        .setShare(m.share())
                        .setReason(m.reason()));
        return message.build();
    }
}
