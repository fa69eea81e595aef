package takt.ingest.usecase;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import takt.ingest.judge.Judging;
import takt.ingest.judge.Origin;
import takt.ingest.judge.Report;
import takt.ingest.kind.Reading;
import takt.ingest.usecase.port.FactStore;
import takt.ingest.usecase.port.ImportLog;
import takt.ingest.usecase.port.QuarantineStore;
import takt.ingest.usecase.port.Turn;
import takt.ingest.usecase.port.Writing;
import takt.kit.BusinessClock;
import takt.kit.caller.Caller;
import takt.kit.error.Category;
import takt.kit.error.TaktException;

/**
 * Takes an import to its report. Each message of rows is one transaction, a strict import a single one; while a message
 * lands the next one is judged. Bad rows go into quarantine. One import of a kind is under way at a time.
 */
@ApplicationScoped
public class TakeIn {

    private final Duration longestStrict;
    private final int mostBad;
    private final FactStore facts;
    private final QuarantineStore quarantine;
    private final ImportLog log;
    private final Kinds kinds;
    private final BusinessClock clock;

    /**
     * @param longestStrict after which a strict import is given up: while it lasts, nobody can take a moment
     * @param mostBad bad rows of one import that are kept; with one more it ends
     */
    TakeIn(
            @ConfigProperty(name = "takt.import.longest-strict", defaultValue = "PT10M") Duration longestStrict,
            @ConfigProperty(name = "takt.import.most-bad", defaultValue = "100000") int mostBad,
            FactStore facts,
            QuarantineStore quarantine,
            ImportLog log,
            Kinds kinds,
            BusinessClock clock) {
        this.longestStrict = longestStrict;
        this.mostBad = mostBad;
        this.facts = facts;
        this.quarantine = quarantine;
        this.log = log;
        this.kinds = kinds;
        this.clock = clock;
    }

    /** @param chunks are taken one by one */
    Uni<Report> takeIn(Multi<Chunk> chunks, Origin origin, Caller caller) {
        AtomicReference<@Nullable Incoming> incoming = new AtomicReference<>();
        return chunks.onItem()
                .transformToUniAndConcatenate(
                        chunk -> take(chunk, incoming, caller).replaceWith(chunk))
                .collect()
                .last()
                .chain(last -> finish(incoming.get(), origin, caller))
                .onTermination()
                .call(() -> release(incoming.get()));
    }

    private Uni<Void> take(Chunk chunk, AtomicReference<@Nullable Incoming> holder, Caller caller) {
        Incoming incoming = holder.get();
        if (incoming == null) {
            if (chunk instanceof Chunk.Opens opens) {
                return open(opens, caller, holder);
            }
            throw outOfOrder();
        }
        if (incoming.header().isStrict() && clock.now().isAfter(incoming.begun().plus(longestStrict))) {
            throw new TaktException(
                    Category.PRECONDITION,
                    "IMPORT_TOO_SLOW",
                    "The strict import took longer than %d seconds.%nMaybe send it in parts, or without strict."
                            .formatted(longestStrict.toSeconds()));
        }
        if (chunk instanceof Chunk.Rows rows && incoming.isAnswered()) {
            incoming.hear(rows.rows());
        } else if (chunk instanceof Chunk.Rows rows) {
            return land(incoming, incoming.judge(rows.rows()));
        } else if (chunk instanceof Chunk.Closes closes) {
            incoming.close(closes.trailer());
        } else {
            throw outOfOrder();
        }
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> land(Incoming incoming, Judging.Batch batch) {
        // the rows of a refused file stay with the sender
        boolean keeps = !incoming.header().isStrict() && !batch.bad().isEmpty();
        if (keeps && incoming.kept(batch.bad().size()) > mostBad) {
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
        return facts.isAnyKnown(incoming.shape(), batch.facts())
                .chain(known -> incoming.landing()
                        .add(writing -> writing.append(incoming.id(), incoming.shape(), batch.facts(), known)
                                .invoke(appended -> incoming.tally()
                                        .landed(appended, batch.facts().size()))
                                .chain(() -> withdraw(incoming, writing, batch.contested()))
                                .chain(() -> keeps
                                        ? writing.keep(incoming.from(), batch.bad())
                                        : Uni.createFrom().voidItem())));
    }

    /** In the transaction of the row that contests it, so that a stream that breaks off leaves no first row behind. */
    private static Uni<Void> withdraw(Incoming incoming, Writing writing, List<List<Object>> contested) {
        return contested.isEmpty()
                ? Uni.createFrom().voidItem()
                : writing.withdraw(incoming.id(), incoming.shape(), contested)
                        .invoke(appended -> incoming.tally().withdrawn(contested.size(), appended))
                        .replaceWithVoid();
    }

    /** What is already known is read in turn, so that two imports of a kind cannot contradict each other. */
    private Uni<Void> open(Chunk.Opens opens, Caller caller, AtomicReference<@Nullable Incoming> holder) {
        HeaderRules.requireSound(opens.header());
        kinds.requireKnown(opens.kind(), "kind");
        return facts.turn(kinds.turn(opens.kind()), caller)
                .chain(turn -> log.earlier(opens.kind(), opens.header())
                        .chain(earlier -> kinds.reading(opens.kind())
                                .invoke(reading -> HeaderRules.requireColumns(opens, reading))
                                .chain(reading -> begin(opens, earlier, reading, turn, holder)))
                        .onTermination()
                        .call((done, failure, isCancelled) -> holder.get() == null
                                ? turn.release()
                                : Uni.createFrom().voidItem()))
                .replaceWithVoid();
    }

    private Uni<Void> begin(
            Chunk.Opens opens,
            Optional<ImportLog.Earlier> earlier,
            Reading<?> reading,
            Turn turn,
            AtomicReference<@Nullable Incoming> holder) {
        Landing landing = new Landing(turn, opens.header().isStrict());
        holder.set(new Incoming(opens, clock.now(), earlier, reading, landing));
        return earlier.isPresent()
                ? Uni.createFrom().voidItem()
                : quarantine.requireRoom(opens.kind()).chain(log::forget).chain(landing::open);
    }

    private static Uni<Void> release(@Nullable Incoming incoming) {
        return incoming == null
                ? Uni.createFrom().voidItem()
                : incoming.landing().release();
    }

    private Uni<Report> finish(@Nullable Incoming incoming, Origin origin, Caller caller) {
        if (incoming == null) {
            throw outOfOrder();
        }
        if (incoming.isAnswered()) {
            return Uni.createFrom().item(incoming.confirmed());
        }
        incoming.end();
        boolean isRefused = incoming.isRefused();
        return incoming.landing()
                .end(!isRefused)
                // a refused import leaves no record
                .chain(() -> isRefused
                        ? Uni.createFrom().item(incoming.report())
                        : record(incoming.entry(origin, caller.name())));
    }

    private Uni<Report> record(ImportLog.Entry entry) {
        return log.add(entry).replaceWith(entry.report());
    }

    /** An import is one header, then rows, then one trailer. */
    public static TaktException outOfOrder() {
        return TaktException.invalid(
                "HEADER_MISSING", "part", "An import is one header, then rows, then one trailer, in that order.");
    }
}
