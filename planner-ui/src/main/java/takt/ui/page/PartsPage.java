package takt.ui.page;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import takt.proto.forecast.v1.ListPartsRequest;
import takt.proto.forecast.v1.PartServiceGrpc;
import takt.ui.bridge.Answer;
import takt.ui.bridge.Asker;
import takt.ui.bridge.Service;

@Singleton
class PartsPage implements Page {

    @Override
    public String name() {
        return "parts";
    }

    @Override
    public Uni<List<Answer>> compose(Asker asker, MultivaluedMap<String, String> address) {
        return Page.all(List.of(asker.ask(
                Service.FORECAST,
                PartServiceGrpc.getListPartsMethod(),
                ListPartsRequest.newBuilder()
                        .setQuery(Page.of(address, "search"))
                        .setPageSize(100)
                        .build())));
    }
}
