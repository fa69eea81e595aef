package takt.capacity.adapter.sharing;

import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import takt.capacity.commitment.AskedLine;
import takt.capacity.usecase.port.SharingDoor;
import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.SiteId;
import takt.kernel.UnitCode;
import takt.kernel.Week;
import takt.kit.Mirror;
import takt.kit.caller.ServiceToken;
import takt.kit.feed.EndedByReader;
import takt.kit.feed.Entry;
import takt.proto.sharing.v1.GetPublicationRequest;
import takt.proto.sharing.v1.MutinyPublicationServiceGrpc.MutinyPublicationServiceStub;
import takt.proto.sharing.v1.Publication;
import takt.proto.sharing.v1.PublicationLine;
import takt.proto.sharing.v1.StreamPublicationLinesRequest;
import takt.proto.sharing.v1.WatchPublicationsRequest;

@ApplicationScoped
class GrpcSharingDoor implements SharingDoor {

    private static final long SECONDS = 10;
    private static final long STREAM_MINUTES = 5;

    private final MutinyPublicationServiceStub publications;
    private final ServiceToken token;

    GrpcSharingDoor(@GrpcClient("sharing") MutinyPublicationServiceStub publications, ServiceToken token) {
        this.publications = publications;
        this.token = token;
    }

    /** Without a deadline: it is meant to stay open; the heartbeats tell that it is alive. */
    @Override
    public Multi<Entry> watch(long afterSequence) {
        WatchPublicationsRequest request = WatchPublicationsRequest.newBuilder()
                .setAfterSequence(afterSequence)
                .build();
        return Multi.createFrom()
                .deferred(() -> EndedByReader.stream(token.sign(publications), stub -> stub.watchPublications(request)))
                .map(response -> response.hasEvent() ? Entry.of(response.getEvent()) : Entry.HEARTBEAT);
    }

    @Override
    public Uni<Pulled> publication(UUID id) {
        return Uni.createFrom()
                .deferred(() -> token.sign(publications)
                        .withDeadlineAfter(SECONDS, TimeUnit.SECONDS)
                        .getPublication(GetPublicationRequest.newBuilder()
                                .setPublicationId(id.toString())
                                .build()))
                .chain(head -> token.sign(publications)
                        .withDeadlineAfter(STREAM_MINUTES, TimeUnit.MINUTES)
                        .streamPublicationLines(StreamPublicationLinesRequest.newBuilder()
                                .setPublicationId(id.toString())
                                .build())
                        .map(response -> line(head.getPublication(), response.getLine()))
                        .collect()
                        .asList()
                        .map(lines -> pulled(head.getPublication(), lines)));
    }

    private static Pulled pulled(Publication publication, List<AskedLine> lines) {
        return new Pulled(
                UUID.fromString(publication.getId()),
                publication.getNumber(),
                new PartnerId(publication.getSupplier()),
                new Week(LocalDate.parse(publication.getFirstWeek())),
                LocalDate.parse(publication.getAnswerBy()),
                publication.getLevelsList().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray(),
                lines);
    }

    private static AskedLine line(Publication publication, PublicationLine line) {
        return new AskedLine(
                UUID.fromString(line.getId()),
                UUID.fromString(publication.getId()),
                true,
                new PartNumber(line.getPart()),
                new PartnerId(line.getSupplier()),
                new SiteId(line.getCustomerSite()),
                Mirror.CATEGORY.ours(line.getCategory()).orElseThrow(),
                UnitCode.valueOf(line.getUnit()),
                new Week(LocalDate.parse(publication.getFirstWeek())),
                LocalDate.parse(publication.getAnswerBy()),
                line.getImmediate().getOpenThousandths(),
                line.getDemandThousandthsList().stream()
                        .mapToLong(Long::longValue)
                        .toArray(),
                line.getQuantileThousandthsList().stream()
                        .mapToLong(Long::longValue)
                        .toArray(),
                publication.getLevelsList().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }
}
