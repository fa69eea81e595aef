package takt.ingest.usecase;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
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
import org.jspecify.annotations.Nullable;
import takt.ingest.adapter.db.FactTable;
import takt.ingest.adapter.db.ImportLease;
import takt.ingest.adapter.db.ImportRecords;
import takt.ingest.adapter.db.Quarantine;
import takt.ingest.judge.ImportRun;
import takt.ingest.kind.Fact;
import takt.ingest.row.RawRow;
import takt.kit.BusinessClock;
import takt.kit.Ids;
import takt.kit.caller.Caller;
import takt.kit.error.Category;
import takt.kit.error.TaktException;
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

    private static final Pattern HASH = Pattern.compile("([0-9a-fA-F]{64})?");

    private final Duration longestStrict;
    private final int mostBad;
    private final Pool pool;
    private final ImportRecords records;
    private final BusinessClock clock;
    private final Quarantine quarantine;

    /**
     * @param longestStrict after which a strict import is given up: while it lasts, nobody can take a moment
     * @param mostBad bad rows of one import that are kept; with one more it ends
     */
    Importer(
            @ConfigProperty(name = "takt.import.longest-strict", defaultValue = "PT10M") Duration longestStrict,
            @ConfigProperty(name = "takt.import.most-bad", defaultValue = "100000") int mostBad,
            Pool pool,
            ImportRecords records,
            BusinessClock clock,
            Quarantine quarantine) {
        this.longestStrict = longestStrict;
        this.mostBad = mostBad;
        this.quarantine = quarantine;
        this.pool = pool;
        this.records = records;
        this.clock = clock;
    }

    /** @param parts are taken one by one */
    public Uni<ImportReport> run(Multi<Part> parts, Feeds feeds, Caller caller) {
        AtomicReference<@Nullable Session> session = new AtomicReference<>();
        return parts.onItem()
                .transformToUniAndConcatenate(
                        part -> take(part, session, feeds, caller).replaceWith(part))
                .collect()
                .last()
                .chain(last -> finish(session.get(), caller))
                .onTermination()
                .call(() -> release(session.get()));
    }

    private Uni<Void> take(Part part, AtomicReference<@Nullable Session> holder, Feeds feeds, Caller caller) {
        Session session = holder.get();
        if (session == null) {
            ImportHeader header = part.header().orElseThrow(Importer::headerMissing);
            return open(part.kind(), header, feeds, caller, holder);
        }
        if (session.header().getStrict() && clock.now().isAfter(session.begun().plus(longestStrict))) {
            throw new TaktException(
                    Category.PRECONDITION,
                    "IMPORT_TOO_SLOW",
                    "The strict import took longer than %d seconds.%nMaybe send it in parts, or without strict."
                            .formatted(longestStrict.toSeconds()));
        }
        if (part.rows().isPresent() && session.answered() != null) {
            session.run().hear(part.rows().get());
            return Uni.createFrom().voidItem();
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
        if (keeps && run.kept(batch.bad().size()) > mostBad) {
            throw new TaktException(
                    Category.PRECONDITION,
                    "TOO_MANY_BAD_ROWS",
                    "More than %,d rows of the import are no good; what was good before them has landed.%nMaybe the file is of another kind, or its columns are named otherwise."
                            .formatted(mostBad));
        }
        if (batch.facts().isEmpty() && !keeps) {
            return Uni.createFrom().voidItem();
        }
        // What this import itself has written needs no look: its keys differ. So the look need not wait for the write
        // before.
        return session.table()
                .isAnyKnown(pool, batch.facts())
                .chain(known -> session.landing()
                        .add(connection -> session.table()
                                .append(connection, run.id(), batch.facts(), known)
                                .invoke(appended ->
                                        run.landed(appended, batch.facts().size()))
                                .chain(() -> withdraw(session, connection, batch.contested()))
                                .chain(() -> !keeps
                                        ? Uni.createFrom().voidItem()
                                        : quarantine.keep(
                                                connection,
                                                run.id(),
                                                session.kind(),
                                                header.getSource(),
                                                header.getColumnsList(),
                                                batch.bad()))));
    }

    /** In the transaction of the row that contests it, so that a stream that breaks off leaves no first row behind. */
    private static Uni<Void> withdraw(Session session, SqlConnection connection, List<List<Object>> contested) {
        return contested.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.table()
                        .withdraw(connection, session.run().id(), contested)
                        .invoke(appended -> session.run().withdrawn(contested.size(), appended))
                        .replaceWithVoid();
    }

    /** What is already known is read under the lease, so that two imports of a kind cannot contradict each other. */
    private Uni<Void> open(
            String kind, ImportHeader header, Feeds feeds, Caller caller, AtomicReference<@Nullable Session> holder) {
        UUID requestId = Ids.uuid("request_id", header.getRequestId());
        requireSound(header);
        return ImportLease.take(pool, feeds.turn(kind), caller, clock)
                .chain(lease -> records.earlier(requestId, kind, header)
                        .chain(answered -> feeds.judge(kind)
                                .map(judge -> judge.target(header.getColumnsList()))
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
                                            : quarantine
                                                    .requireRoom(kind)
                                                    .chain(records::forget)
                                                    .chain(() ->
                                                            session.landing().open());
                                }))
                        .onTermination()
                        .call((done, failure, cancelled) -> holder.get() == null
                                ? lease.release()
                                : Uni.createFrom().voidItem()))
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

    private Uni<ImportReport> finish(@Nullable Session session, Caller caller) {
        if (session == null) {
            throw headerMissing();
        }
        if (session.answered() != null) {
            return Uni.createFrom()
                    .item(session.answered().confirmed(session.run().content(), session.requestId()));
        }
        ImportRun run = session.run();
        run.end();
        boolean refused = session.header().getStrict() && !run.isClean();
        return session.landing()
                .end(!refused)
                .chain(() -> refused
                        ? Uni.createFrom().item(run.report(true))
                        : records.add(
                                session.kind(),
                                session.requestId(),
                                session.header(),
                                session.begun(),
                                run.report(false),
                                run.isWhole(),
                                run.content(),
                                caller));
    }

    private static TaktException headerMissing() {
        return TaktException.invalid(
                "HEADER_MISSING", "part", "An import is one header, then rows, then one trailer, in that order.");
    }

    /** @param answered the report there is already; the rows are only held against it then */
    private record Session(
            String kind,
            ImportHeader header,
            UUID requestId,
            ImportRecords.@Nullable Earlier answered,
            ImportRun run,
            FactTable table,
            Landing landing,
            Instant begun) {}
}
