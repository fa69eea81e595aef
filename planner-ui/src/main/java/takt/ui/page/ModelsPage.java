package takt.ui.page;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import takt.proto.forecast.v1.GetModelRequest;
import takt.proto.forecast.v1.ListModelsRequest;
import takt.proto.forecast.v1.ListTrainingRunsRequest;
import takt.proto.forecast.v1.ModelServiceGrpc;
import takt.proto.forecast.v1.TrainingServiceGrpc;
import takt.ui.bridge.Answer;
import takt.ui.bridge.Asker;
import takt.ui.bridge.Service;

@Singleton
class ModelsPage implements Page {

    @Override
    public String name() {
        return "models";
    }

    /** How far a run has got stands in no feed. */
    @Override
    public boolean isTold() {
        return false;
    }

    @Override
    public Uni<List<Answer>> compose(Asker asker, MultivaluedMap<String, String> address) {
        return Page.all(List.of(
                asker.ask(
                        Service.FORECAST,
                        ModelServiceGrpc.getListModelsMethod(),
                        ListModelsRequest.newBuilder().setPageSize(50).build()),
                asker.ask(
                        Service.FORECAST,
                        TrainingServiceGrpc.getListTrainingRunsMethod(),
                        ListTrainingRunsRequest.newBuilder().setPageSize(50).build()),
                asker.ask(
                        Service.FORECAST, ModelServiceGrpc.getGetModelMethod(), GetModelRequest.getDefaultInstance())));
    }
}
