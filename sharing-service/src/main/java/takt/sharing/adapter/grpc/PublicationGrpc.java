package takt.sharing.adapter.grpc;

import com.google.common.primitives.Doubles;
import com.google.common.primitives.Longs;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.UUID;
import takt.kernel.PartnerId;
import takt.kit.Ids;
import takt.kit.Mirror;
import takt.kit.caller.Callers;
import takt.kit.caller.Roles;
import takt.kit.feed.Feed;
import takt.kit.page.Page;
import takt.proto.sharing.v1.AcknowledgePublicationRequest;
import takt.proto.sharing.v1.AcknowledgePublicationResponse;
import takt.proto.sharing.v1.Edition;
import takt.proto.sharing.v1.GetEditionRequest;
import takt.proto.sharing.v1.GetEditionResponse;
import takt.proto.sharing.v1.GetPublicationRequest;
import takt.proto.sharing.v1.GetPublicationResponse;
import takt.proto.sharing.v1.ImmediateBasis;
import takt.proto.sharing.v1.ImmediateRequirement;
import takt.proto.sharing.v1.ListPublicationsRequest;
import takt.proto.sharing.v1.ListPublicationsResponse;
import takt.proto.sharing.v1.Publication;
import takt.proto.sharing.v1.PublicationLine;
import takt.proto.sharing.v1.PublicationService;
import takt.proto.sharing.v1.StreamPublicationLinesRequest;
import takt.proto.sharing.v1.StreamPublicationLinesResponse;
import takt.proto.sharing.v1.WatchPublicationsRequest;
import takt.proto.sharing.v1.WatchPublicationsResponse;
import takt.sharing.publication.Immediate;
import takt.sharing.publication.PublicationPlan;
import takt.sharing.usecase.AcknowledgePublication;
import takt.sharing.usecase.ReadPublications;
import takt.sharing.usecase.port.PublicationStore.Published;
import takt.sharing.visibility.VisibleLine;

@GrpcService
@RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR, Roles.SERVICE, Roles.SUPPLIER})
public class PublicationGrpc implements PublicationService {

    private static final Mirror<ImmediateBasis, Immediate.Basis> BASES =
            Mirror.of(ImmediateBasis.class, Immediate.Basis.class);

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
                found.forEach(p -> page.addPublications(message(p)));
                return page.setNextPageToken(Page.next(found, size, offset)).build();
            });
        });
    }

    @Override
    public Uni<GetPublicationResponse> getPublication(GetPublicationRequest request) {
        return callers.current()
                .chain(caller -> publications.get(id(request.getPublicationId()), caller))
                .map(p -> GetPublicationResponse.newBuilder()
                        .setPublication(message(p))
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
                        .setLine(message(line))
                        .build());
    }

    @Override
    @RolesAllowed(Roles.SUPPLIER)
    public Uni<AcknowledgePublicationResponse> acknowledgePublication(AcknowledgePublicationRequest request) {
        return callers.current()
                .chain(caller -> acknowledgements.acknowledge(id(request.getPublicationId()), caller))
                .map(p -> AcknowledgePublicationResponse.newBuilder()
                        .setPublication(message(p))
                        .build());
    }

    @Override
    public Multi<WatchPublicationsResponse> watchPublications(WatchPublicationsRequest request) {
        return callers.current()
                .onItem()
                .transformToMulti(caller -> feed.watch(
                        request.getAfterSequence(),
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
                        .setEdition(message(found))
                        .build());
    }

    private static Edition message(Published found) {
        Edition.Builder edition = Edition.newBuilder()
                .setVersionId(found.versionId().toString())
                .setPublishedAt(found.at().toString())
                .setFirstWeek(found.firstWeek().toString())
                .setWeeks(PublicationPlan.WEEKS)
                .setPublications(found.publications())
                .setLines(found.lines())
                .setUnsuppliedInAll(found.unsupplied());
        found.gaps().passedThrough().forEach(part -> edition.addPassedThrough(part.value()));
        found.gaps()
                .unsupplied()
                .forEach(gap -> edition.addUnsuppliedBuilder()
                        .setPart(gap.part().value())
                        .setCustomer(gap.customer().map(PartnerId::value).orElse(""))
                        .setCustomerSite(gap.site().value())
                        .setBelow(gap.below())
                        .getQuantityBuilder()
                        .setThousandths(gap.thousandths())
                        .setUnit(gap.unit().name()));
        return edition.build();
    }

    private static ImmediateRequirement message(Immediate immediate) {
        ImmediateRequirement.Builder message = ImmediateRequirement.newBuilder()
                .setOpenThousandths(immediate.thousandths())
                .setBasis(BASES.contract(immediate.basis()));
        long[] due = immediate.due();
        for (int i = 0; i < due.length; i++) {
            message.addDueBuilder().setWeek(immediate.week(i).toString()).setThousandths(due[i]);
        }
        return message.build();
    }

    private static UUID id(String value) {
        return Ids.existing(value, UNKNOWN, PUBLICATION);
    }

    private static Publication message(takt.sharing.publication.Publication p) {
        return Publication.newBuilder()
                .setId(p.id().toString())
                .setNumber(p.number())
                .setSupplier(p.supplier().value())
                .setVersionId(p.versionId().toString())
                .setPredecessorId(p.predecessor().map(UUID::toString).orElse(""))
                .setFirstWeek(p.firstWeek().toString())
                .setWeeks(p.weeks())
                .setLines(p.lines())
                .setCreatedAt(p.createdAt().toString())
                .setAcknowledgedAt(p.acknowledgedAt().map(Object::toString).orElse(""))
                .setAnswerBy(p.answerBy().toString())
                .addAllLevels(Doubles.asList(p.levels()))
                .setScenarios(p.scenarios())
                .build();
    }

    private static PublicationLine message(VisibleLine line) {
        return PublicationLine.newBuilder()
                .setId(line.id().toString())
                .setPublicationId(line.publicationId().toString())
                .setPart(line.part().value())
                .setSupplier(line.supplier().value())
                .setCustomer(line.customer().value())
                .setCustomerSite(line.customerSite().value())
                .setCategory(Mirror.CATEGORY.contract(line.category()))
                .setUnit(line.unit().name())
                .addAllDemandThousandths(Longs.asList(line.demand()))
                .addAllQuantileThousandths(Longs.asList(line.quantiles()))
                .setFirmWeeks(line.zones().firmWeeks())
                .setProductionWeeks(line.zones().productionWeeks())
                .setMaterialWeeks(line.zones().materialWeeks())
                .setLeadTimeWeeks(line.leadTimeWeeks())
                .setPackThousandths(line.packThousandths())
                .setImmediate(message(line.immediate()))
                .build();
    }
}
