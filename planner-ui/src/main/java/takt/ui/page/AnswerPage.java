package takt.ui.page;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import takt.proto.capacity.v1.CapacityGroupServiceGrpc;
import takt.proto.capacity.v1.CommitmentServiceGrpc;
import takt.proto.capacity.v1.ListCapacityGroupsRequest;
import takt.proto.capacity.v1.ListCommitmentsRequest;
import takt.proto.sharing.v1.ListPartnersRequest;
import takt.proto.sharing.v1.ListPublicationsRequest;
import takt.proto.sharing.v1.ListPublicationsResponse;
import takt.proto.sharing.v1.NetworkServiceGrpc;
import takt.proto.sharing.v1.PublicationServiceGrpc;
import takt.proto.sharing.v1.StreamPublicationLinesRequest;
import takt.ui.bridge.Answer;
import takt.ui.bridge.Asker;
import takt.ui.bridge.Service;

/** A supplier's newest publication with its lines, its answers so far, and what it can make. */
@Singleton
class AnswerPage implements Page {

    @Override
    public String name() {
        return "answer";
    }

    @Override
    public Set<String> roles() {
        return Set.of("supplier");
    }

    @Override
    public Uni<List<Answer>> compose(Asker asker, MultivaluedMap<String, String> address) {
        var publication = asker.ask(
                        Service.SHARING,
                        PublicationServiceGrpc.getListPublicationsMethod(),
                        ListPublicationsRequest.newBuilder().setPageSize(50).build())
                .chain(found -> lines(asker, found));
        var others = Page.all(List.of(
                asker.ask(
                        Service.SHARING,
                        NetworkServiceGrpc.getListPartnersMethod(),
                        ListPartnersRequest.getDefaultInstance()),
                asker.ask(
                        Service.CAPACITY,
                        CommitmentServiceGrpc.getListCommitmentsMethod(),
                        ListCommitmentsRequest.newBuilder().setPageSize(1000).build()),
                asker.ask(
                        Service.CAPACITY,
                        CapacityGroupServiceGrpc.getListCapacityGroupsMethod(),
                        ListCapacityGroupsRequest.newBuilder().setPageSize(200).build())));
        return Uni.combine()
                .all()
                .unis(publication, others)
                .with((a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    }

    /** Of the newest one. */
    private static Uni<List<Answer>> lines(Asker asker, Answer publications) {
        return publications
                .of(ListPublicationsResponse.class)
                .filter(page -> page.getPublicationsCount() > 0)
                .map(page -> asker.ask(
                                Service.SHARING,
                                PublicationServiceGrpc.getStreamPublicationLinesMethod(),
                                StreamPublicationLinesRequest.newBuilder()
                                        .setPublicationId(
                                                page.getPublications(0).getId())
                                        .build())
                        .map(lines -> List.of(publications, lines)))
                .orElseGet(() -> Uni.createFrom().item(List.of(publications)));
    }
}
