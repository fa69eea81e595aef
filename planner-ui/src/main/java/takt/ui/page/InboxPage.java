package takt.ui.page;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import takt.proto.capacity.v1.AlertServiceGrpc;
import takt.proto.capacity.v1.ListAlertsRequest;
import takt.proto.sharing.v1.ListPartnersRequest;
import takt.proto.sharing.v1.NetworkServiceGrpc;
import takt.ui.bridge.Answer;
import takt.ui.bridge.Asker;
import takt.ui.bridge.Service;
import takt.ui.live.Person;

@Singleton
class InboxPage implements Page {

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public Set<String> roles() {
        return Person.EVERYBODY;
    }

    @Override
    public Uni<List<Answer>> compose(Asker asker, MultivaluedMap<String, String> address) {
        return Page.all(List.of(
                asker.ask(
                        Service.CAPACITY,
                        AlertServiceGrpc.getListAlertsMethod(),
                        ListAlertsRequest.newBuilder().setPageSize(200).build()),
                asker.ask(
                        Service.SHARING,
                        NetworkServiceGrpc.getListPartnersMethod(),
                        ListPartnersRequest.getDefaultInstance())));
    }
}
