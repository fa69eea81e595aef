package takt.kit.facts;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
 * Takes an import stream to its report. Each message of rows is one transaction, a strict import a single one; while a
 * message lands the next one is judged. Bad rows go to {@link Quarantine}. One import of a kind runs at a time.
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

    static final String FINISHED = "IMPORT_FINISHED";
    private static final Pattern HASH = Pattern.compile("([0-9a-fA-F]{64})?");

    private final Duration longestPause;
    private final Duration longestStrict;
    private final Pool pool;
    private final Database database;
    private final Feed feed;
    private final BusinessClock clock;
    private final Quarantine quarantine;

    /**
     * @param longestPause after which a sender is given up
     * @param longestStrict after which a strict import is given up: while it lasts, nobody can take a moment
     */
    Importer(
            @ConfigProperty(name = "takt.import.longest-pause", defaultValue = "PT1M") Duration longestPause,
            @ConfigProperty(name = "takt.import.longest-strict", defaultValue = "PT10M") Duration longestStrict,
            Pool pool,
            Database database,
            Feed feed,
            BusinessClock clock,
            Quarantine quarantine) {
        this.longestPause = longestPause;
        this.longestStrict = longestStrict;
        this.quarantine = quarantine;
        this.pool = pool;
        this.database = database;
        this.feed = feed;
        this.clock = clock;
    }

    /** @param parts are taken one by one; a sender that pauses for too long is given up */
    public Uni<ImportReport> run(Multi<Part> parts, Targets targets, Caller caller) {
        AtomicReference<@Nullable Session> session = new AtomicReference<>();
        return parts.ifNoItem()
                .after(longestPause)
                .failWith(this::idle)
                .onItem()
                .transformToUniAndConcatenate(
                        part -> take(part, session, targets).replaceWith(part))
                .select()
                .first(part -> !isAnswered(session.get())) // nobody waits for rows that are not read
                .collect()
                .last()
                .chain(last -> finish(session.get(), caller))
                .onTermination()
                .call(() -> release(session.get()));
    }

    private static boolean isAnswered(@Nullable Session session) {
        return session != null && session.answered() != null;
    }

    private Uni<Void> take(Part part, AtomicReference<@Nullable Session> holder, Targets targets) {
        Session session = holder.get();
        if (session == null) {
            ImportHeader header = part.header().orElseThrow(Importer::headerMissing);
            return open(part.kind(), header, targets, holder);
        }
        if (session.header().getStrict() && clock.now().isAfter(session.begun().plus(longestStrict))) {
            throw new TaktException(
                    Category.PRECONDITION,
                    "IMPORT_TOO_SLOW",
                    "The strict import took longer than %d seconds.%nMaybe send it in parts, or without strict."
                            .formatted(longestStrict.toSeconds()));
        }
        if (part.rows().isPresent()) {
            return land(session, session.run().judge(part.rows().get()));
        }
        session.run().close(part.trailer().orElseThrow(Importer::headerMissing));
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> land(Session session, ImportRun.Batch batch) {
        ImportRun run = session.run();
        ImportHeader header = session.header();
        // the rows of a refused file stay with the sender
        boolean keeps = !header.getStrict() && !batch.bad().isEmpty();
        if (batch.facts().isEmpty() && !keeps) {
            return Uni.createFrom().voidItem();
        }
        return session.landing()
                .add(connection -> session.table()
                        .append(connection, run.id(), batch.facts())
                        .invoke(appended -> run.landed(appended, batch.facts().size()))
                        .replaceWithVoid()
                        .chain(() -> !keeps
                                ? Uni.createFrom().voidItem()
                                : quarantine.keep(
                                        connection,
                                        run.id(),
                                        session.kind(),
                                        header.getSource(),
                                        header.getColumnsList(),
                                        batch.bad())));
    }

    /** What is already known is read under the lease, so that two imports of a kind cannot contradict each other. */
    private Uni<Void> open(
            String kind, ImportHeader header, Targets targets, AtomicReference<@Nullable Session> holder) {
        UUID requestId = Ids.uuid("request_id", header.getRequestId());
        requireSound(header);
        return ImportLease.take(pool, kind)
                .chain(lease -> database.read(s -> earlier(s, requestId, kind, header))
                        .chain(answered -> targets.find(kind, header.getColumnsList())
                                .chain(target -> {
                                    Session session = new Session(
                                            kind,
                                            header,
                                            requestId,
                                            answered.orElse(null),
                                            new ImportRun(UUID.randomUUID(), header, target.reader()),
                                            target.table(),
                                            new Landing(lease, header.getStrict()),
                                            clock.now());
                                    holder.set(session);
                                    return answered.isPresent()
                                            ? Uni.createFrom().voidItem()
                                            : forget().chain(() ->
                                                    session.landing().open());
                                }))
                        .onTermination()
                        .call((done, failure, cancelled) -> holder.get() == null
                                ? lease.release()
                                : Uni.createFrom().voidItem()))
                .replaceWithVoid();
    }

    /**
     * From here on facts may change, and with them what rows of other kinds mean: no earlier content is known to be the
     * last.
     */
    private Uni<Void> forget() {
        return database.transaction(s -> s.createMutationQuery(
                                "update ImportRecord r set r.contentHash = '' where r.contentHash <> ''")
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static void requireSound(ImportHeader header) {
        if (header.getColumnsCount() == 0
                || header.getColumnsCount() > 64
                || header.getSource().length() > 200) {
            throw TaktException.invalid(
                    "COLUMN_MISSING",
                    "columns",
                    "A header names 1 to 64 columns and a source of at most 200 characters.");
        }
        if (!HASH.matcher(header.getContentHash()).matches()) {
            throw TaktException.invalid(
                    "CONTENT_HASH_INVALID",
                    "content_hash",
                    "A content hash has 64 hexadecimal digits, or is left out.");
        }
        if (header.getSource().indexOf('\0') >= 0
                || header.getColumnsList().stream().anyMatch(c -> c.indexOf('\0') >= 0)) {
            throw TaktException.invalid(
                    "COLUMN_MISSING",
                    "columns",
                    "A column or the source holds the character U+0000.\nMaybe the file is UTF-16.");
        }
    }

    private static Uni<Void> release(@Nullable Session session) {
        return session == null ? Uni.createFrom().voidItem() : session.landing().release();
    }

    /** The report there is already: of the same request, or of the same content when nothing came since. */
    private static Uni<Optional<ImportReport>> earlier(
            Mutiny.StatelessSession session, UUID requestId, String kind, ImportHeader header) {
        return session.createQuery("from ImportRecord r where r.requestId = :id", ImportRecord.class)
                .setParameter("id", requestId)
                .getResultList()
                .chain(found -> {
                    if (found.isEmpty()) {
                        return repeated(session, kind, header.getContentHash());
                    }
                    if (!found.get(0).kind.equals(kind)) {
                        throw TaktException.reused("request_id", requestId, "an import of " + found.get(0).kind);
                    }
                    return Uni.createFrom().item(Optional.of(ImportReports.parse(found.get(0).report)));
                });
    }

    private static Uni<Optional<ImportReport>> repeated(
            Mutiny.StatelessSession session, String kind, String contentHash) {
        return contentHash.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : session.createQuery(
                                "from ImportRecord r where r.kind = :kind order by r.finishedAt desc",
                                ImportRecord.class)
                        .setParameter("kind", kind)
                        .setMaxResults(1)
                        .getResultList()
                        .map(last -> last.stream()
                                .filter(r -> r.contentHash.equals(contentHash))
                                .map(r -> ImportReports.repeated(r.report))
                                .filter(r -> r.getRejected() == 0)
                                .findFirst());
    }

    private Uni<ImportReport> finish(@Nullable Session session, Caller caller) {
        if (session == null) {
            throw headerMissing();
        }
        if (session.answered() != null) {
            return Uni.createFrom().item(session.answered());
        }
        ImportRun run = session.run();
        run.end();
        boolean refused = session.header().getStrict() && !run.isClean();
        return session.landing()
                .end(!refused)
                .chain(() -> refused
                        ? Uni.createFrom().item(run.report(true))
                        : record(
                                session.kind(),
                                session.requestId(),
                                session.header(),
                                run.report(false),
                                run.isWhole(),
                                caller));
    }

    /**
     * A refused import leaves no record, and one whose stream or source broke off does not stand for its request: both may
     * be sent again under the same id.
     */
    private Uni<ImportReport> record(
            String kind, UUID requestId, ImportHeader header, ImportReport report, boolean isWhole, Caller caller) {
        ImportRecord record = new ImportRecord();
        record.id = UUID.fromString(report.getImportId());
        record.requestId = isWhole ? requestId : record.id;
        record.kind = kind;
        record.source = header.getSource();
        record.contentHash = header.getContentHash();
        record.importedBy = caller.name();
        record.finishedAt = clock.now();
        record.report = report.toByteArray();
        return database.transaction(s -> s.insert(record).chain(() -> feed.append(s, FINISHED, record.id)))
                .replaceWith(report);
    }

    private static TaktException headerMissing() {
        return TaktException.invalid(
                "HEADER_MISSING", "part", "An import is one header, then rows, then one trailer, in that order.");
    }

    private TaktException idle() {
        return new TaktException(
                Category.PRECONDITION,
                "IMPORT_IDLE",
                "The sender paused for longer than %d seconds; what came before is kept.%nMaybe send the whole file again."
                        .formatted(longestPause.toSeconds()));
    }

    /** @param answered the report there is already; the rows are not read then */
    private record Session(
            String kind,
            ImportHeader header,
            UUID requestId,
            @Nullable ImportReport answered,
            ImportRun run,
            FactTable table,
            Landing landing,
            Instant begun) {}
}
