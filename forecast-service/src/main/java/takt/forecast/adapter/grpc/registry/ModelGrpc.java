package takt.forecast.adapter.grpc.registry;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import takt.engine.backtest.PairedDifference;
import takt.forecast.adapter.grpc.training.RunMessages;
import takt.forecast.registry.PromotionHistory;
import takt.forecast.usecase.registry.CompareModels;
import takt.forecast.usecase.registry.CompareModels.SideBySide;
import takt.forecast.usecase.registry.PromoteModel;
import takt.forecast.usecase.registry.ReadModels;
import takt.forecast.usecase.registry.ReadModels.Registered;
import takt.kit.caller.Callers;
import takt.kit.caller.Roles;
import takt.kit.page.Page;
import takt.proto.cause.CauseParts;
import takt.proto.cause.CauseWords;
import takt.proto.forecast.v1.CompareModelsRequest;
import takt.proto.forecast.v1.CompareModelsResponse;
import takt.proto.forecast.v1.GetModelRequest;
import takt.proto.forecast.v1.GetModelResponse;
import takt.proto.forecast.v1.ListModelsRequest;
import takt.proto.forecast.v1.ListModelsResponse;
import takt.proto.forecast.v1.Model;
import takt.proto.forecast.v1.ModelService;
import takt.proto.forecast.v1.ModelState;
import takt.proto.forecast.v1.PromoteModelRequest;
import takt.proto.forecast.v1.PromoteModelResponse;
import takt.proto.forecast.v1.Promotion;
import takt.proto.forecast.v1.RollbackModelRequest;
import takt.proto.forecast.v1.RollbackModelResponse;
import takt.proto.forecast.v1.SegmentChoice;

@GrpcService
public class ModelGrpc implements ModelService {

    private final ReadModels models;
    private final PromoteModel promotions;
    private final CompareModels comparisons;
    private final Callers callers;

    ModelGrpc(ReadModels models, PromoteModel promotions, CompareModels comparisons, Callers callers) {
        this.models = models;
        this.promotions = promotions;
        this.comparisons = comparisons;
        this.callers = callers;
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR})
    public Uni<ListModelsResponse> listModels(ListModelsRequest request) {
        return Uni.createFrom().deferred(() -> {
            int size = Page.size(request.getPageSize(), 50, 200);
            int below = Page.afterOffset(request.getPageToken());
            return models.list(below == 0 ? Integer.MAX_VALUE : below, size).map(found -> {
                ListModelsResponse.Builder page = ListModelsResponse.newBuilder();
                found.stream().map(ModelGrpc::message).forEach(page::addModels);
                return page.setNextPageToken(
                                Page.next(found, size, last -> last.run().modelNumber()))
                        .build();
            });
        });
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR})
    public Uni<GetModelResponse> getModel(GetModelRequest request) {
        return models.get(request.getNumber())
                .chain(found -> models.numbers(found.history()).map(numbers -> {
                    GetModelResponse.Builder message =
                            GetModelResponse.newBuilder().setModel(message(found));
                    int predecessor = 0;
                    for (PromotionHistory.Promotion p : found.history().promotions()) {
                        Promotion promotion = promotion(p, numbers, predecessor);
                        message.addPromotions(promotion);
                        predecessor = promotion.getNumber();
                    }
                    return message.build();
                }));
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR})
    public Uni<CompareModelsResponse> compareModels(CompareModelsRequest request) {
        return comparisons
                .compare(request.getChampion(), request.getChallenger())
                .map(ModelGrpc::message);
    }

    @Override
    @RolesAllowed(Roles.DATA_SCIENTIST)
    public Uni<PromoteModelResponse> promoteModel(PromoteModelRequest request) {
        return callers.current()
                .chain(caller -> promotions.promote(request.getNumber(), request.getReason(), caller))
                .map(found -> PromoteModelResponse.newBuilder()
                        .setModel(message(found))
                        .build());
    }

    @Override
    @RolesAllowed(Roles.DATA_SCIENTIST)
    public Uni<RollbackModelResponse> rollbackModel(RollbackModelRequest request) {
        return callers.current()
                .chain(caller -> promotions.rollback(request.getReason(), caller))
                .map(found -> RollbackModelResponse.newBuilder()
                        .setModel(message(found))
                        .build());
    }

    private static Model message(Registered registered) {
        UUID run = registered.run().id();
        ModelState state = registered.history().champion().equals(Optional.of(run))
                ? ModelState.MODEL_STATE_CHAMPION
                : registered.history().wasChampion(run)
                        ? ModelState.MODEL_STATE_FORMER
                        : ModelState.MODEL_STATE_CHALLENGER;
        Model.Builder message = Model.newBuilder()
                .setNumber(registered.run().modelNumber())
                .setState(state)
                .setRun(RunMessages.run(registered.run()));
        registered
                .run()
                .findings()
                .choices()
                .forEach(c -> message.addChoices(SegmentChoice.newBuilder()
                        .setSegment(c.segment())
                        .setModel(c.model())
                        .setSeries(c.series())
                        .setReason(CauseWords.of(c.cause()))
                        .setCause(CauseParts.of(c.cause()).message())));
        return message.build();
    }

    private static Promotion promotion(
            PromotionHistory.Promotion promotion, Map<UUID, Integer> numbers, int predecessor) {
        return Promotion.newBuilder()
                .setNumber(Optional.ofNullable(numbers.get(promotion.run())).orElse(0))
                .setPredecessor(predecessor)
                .setRollback(promotion.rollback())
                .setAt(promotion.at().toString())
                .setBy(promotion.by())
                .setReason(promotion.reason())
                .build();
    }

    private static CompareModelsResponse message(SideBySide both) {
        CompareModelsResponse.Builder message = CompareModelsResponse.newBuilder()
                .setChampion(both.champion().modelNumber())
                .setChallenger(both.challenger().modelNumber())
                .setBasis(both.comparison().basis())
                .addDifferences(difference("", both.comparison().overall()));
        both.comparison()
                .bySegment()
                .forEach((segment, difference) -> message.addDifferences(difference(segment, difference)));
        return message.build();
    }

    private static takt.proto.forecast.v1.PairedDifference difference(String segment, PairedDifference difference) {
        return takt.proto.forecast.v1.PairedDifference.newBuilder()
                .setSegment(segment)
                .setSeries(difference.series())
                .setChampionWql(difference.championWql())
                .setChallengerWql(difference.challengerWql())
                .setDifference(difference.difference())
                .setLower(difference.lower())
                .setUpper(difference.upper())
                .setBetter(difference.better())
                .setWorse(difference.worse())
                .build();
    }
}
