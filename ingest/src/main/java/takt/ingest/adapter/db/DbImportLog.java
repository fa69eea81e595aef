package takt.ingest.adapter.db;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import takt.ingest.judge.Header;
import takt.ingest.judge.Report;
import takt.ingest.row.Rejection;
import takt.ingest.usecase.port.ImportLog;
import takt.kit.BusinessClock;
import takt.kit.db.Database;
import takt.kit.error.TaktException;
import takt.kit.feed.Feed;

/** The end of an import and the feed's word of it are one transaction. */
@ApplicationScoped
class DbImportLog implements ImportLog {

    private static final String FINISHED = "IMPORT_FINISHED";

    private final Database database;
    private final Feed feed;
    private final BusinessClock clock;

    DbImportLog(Database database, Feed feed, BusinessClock clock) {
        this.database = database;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<Earlier>> earlier(String kind, Header header) {
        return database.read(session -> session.createQuery("from ImportRow r where r.requestId = :id", ImportRow.class)
                .setParameter("id", header.requestId())
                .getResultList()
                .chain(found -> {
                    if (found.isEmpty()) {
                        return repeated(session, kind, header.contentHash());
                    }
                    ImportRow row = found.get(0);
                    if (!row.kind.equals(kind)) {
                        throw TaktException.reused("request_id", header.requestId(), "an import of " + row.kind);
                    }
                    return Uni.createFrom().item(Optional.of(new Earlier(report(row), row.rowsHash, true)));
                }));
    }

    private static Uni<Optional<Earlier>> repeated(Mutiny.StatelessSession session, String kind, String contentHash) {
        return contentHash.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : session.createQuery(
                                "from ImportRow r where r.kind = :kind order by r.finishedAt desc", ImportRow.class)
                        .setParameter("kind", kind)
                        .setMaxResults(1)
                        .getResultList()
                        .map(last -> last.stream()
                                .filter(r -> r.contentHash.equals(contentHash) && r.rejected == 0)
                                .map(r -> new Earlier(report(r).repeated(), r.rowsHash, false))
                                .findFirst());
    }

    @Override
    public Uni<Void> forget() {
        return database.transaction(DbImportLog::forget);
    }

    private static Uni<Void> forget(Mutiny.StatelessSession session) {
        return session.createMutationQuery("update ImportRow r set r.contentHash = '' where r.contentHash <> ''")
                .executeUpdate()
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> add(Entry entry) {
        ImportRow row = row(entry);
        return database.transaction(s -> forget(s)
                .chain(() -> finishedSince(s, entry.begun()))
                .invoke(others -> row.contentHash = others == 0 ? entry.contentHash() : "")
                .chain(() -> s.insert(row))
                .chain(() -> feed.append(s, FINISHED, row.id))
                .replaceWithVoid());
    }

    private static Uni<Long> finishedSince(Mutiny.StatelessSession session, Instant begun) {
        return session.createQuery("select count(r) from ImportRow r where r.finishedAt >= :begun", Long.class)
                .setParameter("begun", begun)
                .getSingleResult();
    }

    private ImportRow row(Entry entry) {
        Report report = entry.report();
        ImportRow row = new ImportRow();
        row.id = report.importId();
        row.requestId = entry.requestId();
        row.kind = entry.kind();
        row.origin = entry.origin().name();
        row.source = entry.source();
        row.rowsHash = entry.rowsHash();
        row.importedBy = entry.by();
        row.finishedAt = clock.now();
        row.accepted = report.accepted();
        row.unchanged = report.unchanged();
        row.rejected = report.rejected();
        JsonArray rejections = new JsonArray();
        report.rejections().forEach(r -> rejections.add(json(r)));
        row.rejections = rejections.encode();
        return row;
    }

    private static Report report(ImportRow row) {
        List<Rejection> rejections = new JsonArray(row.rejections)
                .stream().map(r -> rejection((JsonObject) r)).toList();
        return new Report(row.id, row.accepted, row.unchanged, row.rejected, rejections, false, false, 0);
    }

    static JsonObject json(Rejection rejection) {
        return JsonObject.of(
                "line", rejection.line(),
                "column", rejection.column(),
                "value", rejection.value(),
                "reason", rejection.reason(),
                "help", rejection.help());
    }

    private static Rejection rejection(JsonObject json) {
        return new Rejection(
                json.getLong("line"),
                json.getString("column"),
                json.getString("value"),
                json.getString("reason"),
                json.getString("help"));
    }
}
