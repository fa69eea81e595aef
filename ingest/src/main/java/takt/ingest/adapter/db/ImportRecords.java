package takt.ingest.adapter.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import takt.ingest.judge.ImportReports;
import takt.kit.BusinessClock;
import takt.kit.Once;
import takt.kit.caller.Caller;
import takt.kit.db.Database;
import takt.kit.error.TaktException;
import takt.kit.feed.Feed;
import takt.proto.type.v1.ImportHeader;
import takt.proto.type.v1.ImportReport;

/** Finished imports and their reports; what was sent before is answered from them. */
@ApplicationScoped
public class ImportRecords {

    private static final String FINISHED = "IMPORT_FINISHED";

    private final Database database;
    private final Feed feed;
    private final BusinessClock clock;

    ImportRecords(Database database, Feed feed, BusinessClock clock) {
        this.database = database;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * An import that may answer this one.
     *
     * @param rowsHash of its rows; empty if that was not kept
     * @param isRequest whether it came under the same request id, not only with the same hash of its content
     */
    public record Earlier(ImportReport report, String rowsHash, boolean isRequest) {

        /** The report, if the rows are those of the earlier import; refuses others. */
        public ImportReport confirmed(String rows, UUID requestId) {
            if (isRequest) {
                Once.requireSame(rowsHash, rows, requestId, "an import");
            } else if (!rowsHash.isEmpty() && !rowsHash.equals(rows)) {
                throw TaktException.invalid(
                        "CONTENT_HASH_INVALID",
                        "content_hash",
                        "The rows are not those that came with this hash before; nothing of them is taken in.\nMaybe send them without a hash.");
            }
            return report;
        }
    }

    /** The report there is already: of the same request, or of the same content when nothing came since. */
    public Uni<Optional<Earlier>> earlier(UUID requestId, String kind, ImportHeader header) {
        return database.read(session -> session.createQuery(
                        "from ImportRecord r where r.requestId = :id", ImportRecord.class)
                .setParameter("id", requestId)
                .getResultList()
                .chain(found -> {
                    if (found.isEmpty()) {
                        return repeated(session, kind, header.getContentHash());
                    }
                    if (!found.get(0).kind.equals(kind)) {
                        throw TaktException.reused("request_id", requestId, "an import of " + found.get(0).kind);
                    }
                    return Uni.createFrom()
                            .item(Optional.of(new Earlier(
                                    ImportReports.parse(found.get(0).report), found.get(0).rowsHash, true)));
                }));
    }

    private static Uni<Optional<Earlier>> repeated(Mutiny.StatelessSession session, String kind, String contentHash) {
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
                                .map(r -> new Earlier(ImportReports.repeated(r.report), r.rowsHash, false))
                                .filter(r -> r.report().getRejected() == 0)
                                .findFirst());
    }

    /**
     * From here on facts may change, and with them what rows of other kinds mean: no earlier content is known to be the
     * last.
     */
    public Uni<Void> forget() {
        return database.transaction(ImportRecords::forget);
    }

    private static Uni<Void> forget(Mutiny.StatelessSession session) {
        return session.createMutationQuery("update ImportRecord r set r.contentHash = '' where r.contentHash <> ''")
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * A refused import leaves no record, and one whose stream or source broke off does not stand for its request: both may
     * be sent again under the same id. Content is only remembered when no other import finished meanwhile: its rows may
     * mean something else by now.
     */
    public Uni<ImportReport> add(
            String kind,
            UUID requestId,
            ImportHeader header,
            Instant begun,
            ImportReport report,
            boolean isWhole,
            String rowsHash,
            Caller caller) {
        ImportRecord record = record(kind, header.getSource(), report, caller);
        record.requestId = isWhole ? requestId : record.id;
        record.rowsHash = rowsHash;
        return database.transaction(s -> forget(s)
                        .chain(() -> s.createQuery(
                                        "select count(r) from ImportRecord r where r.finishedAt >= :begun", Long.class)
                                .setParameter("begun", begun)
                                .getSingleResult())
                        .invoke(others -> record.contentHash = others == 0 ? header.getContentHash() : "")
                        .chain(() -> insert(s, record)))
                .replaceWith(report);
    }

    /** A replay that changed something is an import like any other. */
    public Uni<Void> add(String kind, String source, ImportReport report, Caller caller) {
        return database.transaction(s -> forget(s).chain(() -> insert(s, record(kind, source, report, caller))));
    }

    private Uni<Void> insert(Mutiny.StatelessSession session, ImportRecord record) {
        return session.insert(record)
                .chain(() -> feed.append(session, FINISHED, record.id))
                .replaceWithVoid();
    }

    private ImportRecord record(String kind, String source, ImportReport report, Caller caller) {
        ImportRecord record = new ImportRecord();
        record.id = UUID.fromString(report.getImportId());
        record.requestId = record.id;
        record.kind = kind;
        record.source = source;
        record.importedBy = caller.name();
        record.finishedAt = clock.now();
        record.report = report.toByteArray();
        return record;
    }
}
