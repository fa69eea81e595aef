package takt.sharing.adapter.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.UUID;
import takt.kit.Ids;
import takt.kit.caller.Callers;
import takt.kit.caller.Roles;
import takt.kit.feed.Feed;
import takt.kit.page.Page;
import takt.proto.sharing.v1.AcknowledgePublicationRequest;
import takt.proto.sharing.v1.AcknowledgePublicationResponse;
import takt.proto.sharing.v1.GetEditionRequest;
import takt.proto.sharing.v1.GetEditionResponse;
import takt.proto.sharing.v1.GetPublicationRequest;
import takt.proto.sharing.v1.GetPublicationResponse;
import takt.proto.sharing.v1.ListPublicationsRequest;
import takt.proto.sharing.v1.ListPublicationsResponse;
import takt.proto.sharing.v1.PublicationService;
import takt.proto.sharing.v1.StreamPublicationLinesRequest;
import takt.proto.sharing.v1.StreamPublicationLinesResponse;
import takt.proto.sharing.v1.WatchPublicationsRequest;
import takt.proto.sharing.v1.WatchPublicationsResponse;
import takt.sharing.usecase.AcknowledgePublication;
import takt.sharing.usecase.ReadPublications;

@GrpcService
@RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR, Roles.SERVICE, Roles.SUPPLIER})
public class PublicationGrpc implements PublicationService {

    private static final String UNKNOWN = "PUBLICATION_UNKNOWN";
    private static final String PUBLICATION = "publication";

    private final ReadPublications publications;
    private final AcknowledgePublication acknowledgements;
    private final Feed feed;
    private final Callers callers;

    PublicationGrpc(
            ReadPublications publications, AcknowledgePublication acknowledgements, Feed feed, Callers callers) {
        this.publications = publications;
        this.acknowledgements = acknowledgements;
        this.feed = feed;
        this.callers = callers;
    }

    @Override
    public Uni<ListPublicationsResponse> listPublications(ListPublicationsRequest request) {
        return callers.current().chain(caller -> {
            int size = Page.size(request.getPageSize(), 50, 200);
            int offset = Page.afterOffset(request.getPageToken());
            Optional<UUID> version = request.getVersionId().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Ids.uuid("version_id", request.getVersionId()));
            return publications.list(caller, version, offset, size).map(found -> {
                ListPublicationsResponse.Builder page = ListPublicationsResponse.newBuilder();
                found.forEach(p -> page.addPublications(PublicationMessages.message(p)));
                return page.setNextPageToken(Page.next(found, size, offset)).build();
            });
        });
    }

    @Override
    public Uni<GetPublicationResponse> getPublication(GetPublicationRequest request) {
        return callers.current()
                .chain(caller -> publications.get(id(request.getPublicationId()), caller))
                .map(p -> GetPublicationResponse.newBuilder()
                        .setPublication(PublicationMessages.message(p))
                        .build());
    }

    @Override
    public Multi<StreamPublicationLinesResponse> streamPublicationLines(StreamPublicationLinesRequest request) {
        return callers.current()
                .onItem()
                .transformToMulti(caller -> request.getPublicationId().isEmpty()
                        ? publications.newestLines(request.getPart(), caller)
                        : publications.lines(id(request.getPublicationId()), request.getPart(), caller))
                .map(line -> StreamPublicationLinesResponse.newBuilder()
                        .setLine(PublicationMessages.message(line))
                        .build());
    }

    @Override
    @RolesAllowed(Roles.SUPPLIER)
    public Uni<AcknowledgePublicationResponse> acknowledgePublication(AcknowledgePublicationRequest request) {
        return callers.current()
                .chain(caller -> acknowledgements.acknowledge(id(request.getPublicationId()), caller))
                .map(p -> AcknowledgePublicationResponse.newBuilder()
                        .setPublication(PublicationMessages.message(p))
                        .build());
    }

    @Override
    public Multi<WatchPublicationsResponse> watchPublications(WatchPublicationsRequest request) {
        return callers.current()
                .onItem()
                .transformToMulti(caller -> feed.watch(
                        new Feed.From(request.getAfterSequence(), request.getOnlyNew()),
                        caller,
                        event -> WatchPublicationsResponse.newBuilder()
                                .setEvent(event)
                                .build(),
                        beat -> WatchPublicationsResponse.newBuilder()
                                .setHeartbeat(beat)
                                .build()));
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR})
    public Uni<GetEditionResponse> getEdition(GetEditionRequest request) {
        return Uni.createFrom()
                .deferred(() -> publications.edition(
                        Ids.existing(request.getVersionId(), "EDITION_UNKNOWN", "edition of version")))
                .map(found -> GetEditionResponse.newBuilder()
                        .setEdition(PublicationMessages.message(found))
                        .build());
    }

    private static UUID id(String value) {
        return Ids.existing(value, UNKNOWN, PUBLICATION);
    }
}
