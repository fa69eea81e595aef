package takt.kit.facts;

import com.google.protobuf.InvalidProtocolBufferException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import takt.kernel.Fact;
import takt.kernel.RawRow;
import takt.kit.BusinessClock;
import takt.kit.Caller;
import takt.kit.Category;
import takt.kit.Database;
import takt.kit.Feed;
import takt.kit.Ids;
import takt.kit.TaktException;
import takt.proto.type.v1.ImportHeader;
import takt.proto.type.v1.ImportReport;
import takt.proto.type.v1.ImportRows;
import takt.proto.type.v1.ImportTrailer;

/**
 * Takes an import stream to its report. Each message of rows is one transaction and the next one is asked for when it
 * has landed. One import of a kind runs at a time.
 */
@ApplicationScoped
public class Importer {

    /** One message of a stream; exactly one of the three is there. */
    public record Part(
            String kind, Optional<ImportHeader> header, Optional<ImportRows> rows, Optional<ImportTrailer> trailer) {}

    /** Where the rows of a kind go and who judges them. */
    public record Target(FactTable table, Function<RawRow, Fact> reader) {}

    /** Finds the target of a kind for the columns of a header. */
    @FunctionalInterface
    public interface Targets {
        Uni<Target> find(String kind, List<String> columns);
    }

    private static final String FINISHED = "IMPORT_FINISHED";
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final Pool pool;
    private final Database database;
    private final Feed feed;
    private final BusinessClock clock;

    Importer(Pool pool, Database database, Feed feed, BusinessClock clock) {
        this.pool = pool;
        this.database = database;
        this.feed = feed;
        this.clock = clock;
    }

    /** @param parts are taken one by one; a sender that pauses for longer than a minute is given up */
    public Uni<ImportReport> run(Multi<Part> parts, Targets targets, Caller caller) {
        AtomicReference<@Nullable Session> session = new AtomicReference<>();
        return parts.ifNoItem()
                .after(LONGEST_PAUSE)
                .failWith(Importer::idle)
                .onItem()
                .transformToUniAndConcatenate(
                        part -> take(part, session, targets).replaceWith(part))
                .collect()
                .last()
                .chain(last -> finish(session.get(), caller))
                .onTermination()
                .call(() -> release(session.get()));
    }

    private Uni<Void> take(Part part, AtomicReference<@Nullable Session> holder, Targets targets) {
        Session session = holder.get();
        if (session == null) {
            ImportHeader header = part.header().orElseThrow(Importer::headerMissing);
            return open(part.kind(), header, targets, holder);
        }
        if (session.before() != null) {
            return Uni.createFrom().voidItem();
        }
        if (part.rows().isPresent()) {
            return session.run().land(part.rows().get(), session.lease());
        }
        session.run().close(part.trailer().orElseThrow(Importer::headerMissing));
        return Uni.createFrom().voidItem();
    }

    /** What is already known is read under the lease, so that two imports of a kind cannot contradict each other. */
    private Uni<Void> open(
            String kind, ImportHeader header, Targets targets, AtomicReference<@Nullable Session> holder) {
        UUID requestId = Ids.uuid("request_id", header.getRequestId());
        if (header.getColumnsCount() == 0
                || header.getColumnsCount() > 64
                || header.getSource().length() > 200) {
            throw TaktException.invalid(
                    "COLUMN_MISSING",
                    "columns",
                    "A header names 1 to 64 columns and a source of at most 200 characters.");
        }
        return ImportLease.take(pool, kind)
                .chain(lease -> database.read(s -> earlier(s, requestId, kind))
                        .chain(before -> targets.find(kind, header.getColumnsList())
                                .invoke(target -> holder.set(new Session(
                                        kind,
                                        header,
                                        requestId,
                                        before.isEmpty() ? null : before.get(0),
                                        new ImportRun(UUID.randomUUID(), header, target.table(), target.reader()),
                                        lease))))
                        .onTermination()
                        .call((target, failure, cancelled) -> holder.get() == null
                                ? lease.release()
                                : Uni.createFrom().voidItem()))
                .replaceWithVoid();
    }

    private static Uni<Void> release(@Nullable Session session) {
        return session == null ? Uni.createFrom().voidItem() : session.lease().release();
    }

    private static Uni<List<ImportRecord>> earlier(Mutiny.StatelessSession session, UUID requestId, String kind) {
        return session.createQuery("from ImportRecord r where r.requestId = :id", ImportRecord.class)
                .setParameter("id", requestId)
                .getResultList()
                .invoke(found -> found.stream()
                        .filter(record -> !record.kind.equals(kind))
                        .findFirst()
                        .ifPresent(record -> {
                            throw TaktException.reused("request_id", requestId, "an import of " + record.kind);
                        }));
    }

    private Uni<ImportReport> finish(@Nullable Session session, Caller caller) {
        if (session == null) {
            throw headerMissing();
        }
        if (session.before() != null) {
            return Uni.createFrom().item(parse(session.before().report));
        }
        ImportReport report = session.run().report();
        ImportRecord record = new ImportRecord();
        record.id = UUID.fromString(report.getImportId());
        record.requestId = session.requestId();
        record.kind = session.kind();
        record.source = session.header().getSource();
        record.importedBy = caller.name();
        record.finishedAt = clock.now();
        record.report = report.toByteArray();
        return database.transaction(s -> s.insert(record).chain(() -> feed.append(s, FINISHED, record.id)))
                .replaceWith(report);
    }

    private static ImportReport parse(byte[] bytes) {
        try {
            return ImportReport.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(
                    "A stored import report of %d bytes cannot be read.".formatted(bytes.length), e);
        }
    }

    private static TaktException headerMissing() {
        return TaktException.invalid(
                "HEADER_MISSING", "part", "An import is one header, then rows, then one trailer, in that order.");
    }

    private static TaktException idle() {
        return new TaktException(
                Category.PRECONDITION,
                "IMPORT_IDLE",
                "The sender paused for longer than %d seconds; what came before is kept.%nMaybe send the whole file again."
                        .formatted(LONGEST_PAUSE.toSeconds()));
    }

    private record Session(
            String kind,
            ImportHeader header,
            UUID requestId,
            @Nullable ImportRecord before,
            ImportRun run,
            ImportLease lease) {}
}
