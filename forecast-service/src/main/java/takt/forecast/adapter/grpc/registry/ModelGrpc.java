package takt.forecast.adapter.grpc.registry;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import takt.forecast.registry.PromotionHistory;
import takt.forecast.usecase.registry.CompareModels;
import takt.forecast.usecase.registry.PromoteModel;
import takt.forecast.usecase.registry.ReadModels;
import takt.kit.caller.Callers;
import takt.kit.caller.Roles;
import takt.kit.page.Page;
import takt.proto.forecast.v1.CompareModelsRequest;
import takt.proto.forecast.v1.CompareModelsResponse;
import takt.proto.forecast.v1.GetModelRequest;
import takt.proto.forecast.v1.GetModelResponse;
import takt.proto.forecast.v1.ListModelsRequest;
import takt.proto.forecast.v1.ListModelsResponse;
import takt.proto.forecast.v1.ModelService;
import takt.proto.forecast.v1.PromoteModelRequest;
import takt.proto.forecast.v1.PromoteModelResponse;
import takt.proto.forecast.v1.Promotion;
import takt.proto.forecast.v1.RollbackModelRequest;
import takt.proto.forecast.v1.RollbackModelResponse;

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
                found.stream().map(ModelMessages::message).forEach(page::addModels);
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
                            GetModelResponse.newBuilder().setModel(ModelMessages.message(found));
                    int predecessor = 0;
                    for (PromotionHistory.Promotion p : found.history().promotions()) {
                        Promotion promotion = ModelMessages.promotion(p, numbers, predecessor);
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
                .map(ModelMessages::message);
    }

    @Override
    @RolesAllowed(Roles.DATA_SCIENTIST)
    public Uni<PromoteModelResponse> promoteModel(PromoteModelRequest request) {
        return callers.current()
                .chain(caller -> promotions.promote(request.getNumber(), request.getReason(), caller))
                .map(found -> PromoteModelResponse.newBuilder()
                        .setModel(ModelMessages.message(found))
                        .build());
    }

    @Override
    @RolesAllowed(Roles.DATA_SCIENTIST)
    public Uni<RollbackModelResponse> rollbackModel(RollbackModelRequest request) {
        return callers.current()
                .chain(caller -> promotions.rollback(request.getReason(), caller))
                .map(found -> RollbackModelResponse.newBuilder()
                        .setModel(ModelMessages.message(found))
                        .build());
    }
}
