package takt.ingest.usecase;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import takt.ingest.adapter.db.FactTable;
import takt.ingest.adapter.db.FactTable.Standing;
import takt.ingest.adapter.db.ImportLease;
import takt.ingest.adapter.db.ImportRecords;
import takt.ingest.adapter.db.Quarantine;
import takt.ingest.adapter.db.Quarantine.Decided;
import takt.ingest.adapter.db.Quarantine.Filter;
import takt.ingest.adapter.db.Quarantine.Stayed;
import takt.ingest.judge.QuarantinedRow;
import takt.ingest.judge.QuarantinedRow.State;
import takt.ingest.kind.Fact;
import takt.ingest.row.RawRow;
import takt.ingest.row.Rejection;
import takt.ingest.row.RowFault;
import takt.ingest.usecase.Feeds.Judge;
import takt.ingest.usecase.Importer.Target;
import takt.kit.BusinessClock;
import takt.kit.caller.Caller;
import takt.kit.error.Category;
import takt.kit.error.TaktException;
import takt.proto.type.v1.ImportReport;

/** Judges quarantined rows again and lets the good ones in, page by page; a page is one transaction. */
@ApplicationScoped
public class Replay {

    /** What became of rows. */
    public static final class Outcome {

        private static final int REPORTED = 100;

        private long landed;
        private long unchanged;
        private long superseded;
        private long rejected;
        private final List<Rejection> rejections = new ArrayList<>();

        public long landed() {
            return landed;
        }

        public long unchanged() {
            return unchanged;
        }

        public long superseded() {
            return superseded;
        }

        public long rejected() {
            return rejected;
        }

        /** The first hundred. */
        public List<Rejection> rejections() {
            return rejections;
        }

        /** Both together. */
        public Outcome plus(Outcome more) {
            landed += more.landed;
            unchanged += more.unchanged;
            superseded += more.superseded;
            more.rejections.forEach(this::reject);
            rejected += more.rejected - more.rejections.size();
            return this;
        }

        private void reject(Rejection rejection) {
            rejected++;
            if (rejections.size() < REPORTED) {
                rejections.add(rejection);
            }
        }
    }

    private record Candidate(QuarantinedRow row, List<String> cells, Fact fact) {}

    /** Where facts come from that were let in after all. */
    public static final String SOURCE = "quarantine";

    private static final int PAGE = 1000;

    /** Rows that were not kept as they were read, or that contradict another one: only other cells let them in. */
    private static final Set<String> FOR_PEOPLE = Set.of("CELL_TOO_LONG", "CONTROL_CHARACTER", "DUPLICATE_ROW");

    private final Pool pool;
    private final Quarantine quarantine;
    private final ImportRecords records;
    private final BusinessClock clock;

    Replay(Pool pool, Quarantine quarantine, ImportRecords records, BusinessClock clock) {
        this.clock = clock;
        this.pool = pool;
        this.quarantine = quarantine;
        this.records = records;
    }

    /** All open rows of a kind that the filter matches. */
    public Uni<Outcome> all(Filter filter, Feeds feeds, Caller caller) {
        return leased(feeds.turn(filter.kind()), caller, landing -> {
            Work work = new Work(filter.kind(), landing, feeds, caller);
            // pages that landed before a later one failed have changed facts too
            return pages(filter, Long.MAX_VALUE, work)
                    .onFailure()
                    .call(() -> work.record())
                    .chain(() -> work.record());
        });
    }

    /** One open row with other cells; fails with ROW_REJECTED where they are no good either. */
    public Uni<Void> one(QuarantinedRow row, List<String> cells, Feeds feeds, Caller caller) {
        return leased(feeds.turn(row.kind()), caller, landing -> {
                    Work work = new Work(row.kind(), landing, feeds, caller);
                    return work.land(List.of(row), List.of(cells)).chain(() -> {
                        if (work.outcome.rejected > 0) {
                            Rejection why = work.outcome.rejections.get(0);
                            throw TaktException.invalid(
                                    "ROW_REJECTED",
                                    why.column().isEmpty() ? "cells" : why.column(),
                                    "The row is no good yet: %s (%s) in column [%s].%n%s"
                                            .formatted(why.reason(), why.value(), why.column(), why.help()));
                        }
                        return work.record();
                    });
                })
                .replaceWithVoid();
    }

    private <T> Uni<T> leased(String turn, Caller caller, Function<Landing, Uni<T>> work) {
        return ImportLease.take(pool, turn, caller, clock).chain(lease -> {
            Landing landing = new Landing(lease, false);
            return Uni.createFrom()
                    .deferred(() -> work.apply(landing))
                    .onTermination()
                    .call(landing::release);
        });
    }

    /** The newest rows first: of several about the same thing the newest counts. */
    private Uni<Void> pages(Filter filter, long before, Work work) {
        return quarantine
                .open(filter, before, PAGE)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : work.land(
                                        rows,
                                        rows.stream().map(QuarantinedRow::cells).toList())
                                .chain(() ->
                                        pages(filter, rows.get(rows.size() - 1).id(), work)));
    }

    /** One replay under its lease. */
    private final class Work {

        private final UUID importId = UUID.randomUUID();
        private final Outcome outcome = new Outcome();
        /** One for all rows, whatever their columns: they may contradict one another. */
        private @Nullable Judge judge;

        private final Map<List<String>, Target> byColumns = new HashMap<>();
        private final Map<List<Object>, UUID> seen = new HashMap<>();
        private final List<Decided> outdated = new ArrayList<>();
        private final List<Stayed> stayed = new ArrayList<>();
        private final String kind;
        private final Landing landing;
        private final Feeds feeds;
        private final Caller caller;

        Work(String kind, Landing landing, Feeds feeds, Caller caller) {
            this.kind = kind;
            this.landing = landing;
            this.feeds = feeds;
            this.caller = caller;
        }

        Uni<Void> land(List<QuarantinedRow> rows, List<List<String>> cells) {
            Uni<Judge> known = judge == null
                    ? feeds.judge(kind).invoke(now -> judge = now)
                    : Uni.createFrom().item(judge);
            return known.chain(now -> {
                List<Candidate> good = new ArrayList<>();
                for (int i = 0; i < rows.size(); i++) {
                    judge(rows.get(i), cells.get(i), now).ifPresent(good::add);
                }
                return landing.add(connection -> keep(connection, good)).chain(() -> landing.end(true));
            });
        }

        private Optional<Candidate> judge(QuarantinedRow row, List<String> cells, Judge now) {
            try {
                if (cells.equals(row.cells())
                        && FOR_PEOPLE.contains(row.rejection().reason())) {
                    throw new RowFault(row.rejection());
                }
                RawRow raw = new RawRow(row.rejection().line(), row.columns(), cells);
                Target target = byColumns.computeIfAbsent(row.columns(), now::target);
                Fact fact = target.reader().apply(raw);
                UUID newer = seen.putIfAbsent(fact.key(), row.importId());
                if (newer == null) {
                    fact.whenTaken().run();
                    return Optional.of(new Candidate(row, cells, fact));
                }
                if (newer.equals(row.importId())) {
                    throw new RowFault(duplicate(row));
                }
                outcome.superseded++;
                outdated.add(new Decided(row, State.SUPERSEDED, cells));
                return Optional.empty();
            } catch (RowFault fault) {
                stays(row, cells, fault.rejection());
                return Optional.empty();
            }
        }

        private void stays(QuarantinedRow row, List<String> cells, Rejection why) {
            outcome.reject(why);
            if (cells.equals(row.cells()) && !sameFault(row.rejection(), why)) {
                stayed.add(new Stayed(row, why));
            }
        }

        private Uni<Void> keep(SqlConnection connection, List<Candidate> good) {
            List<Decided> overtaken = List.copyOf(outdated);
            outdated.clear();
            Uni<Void> landed = good.isEmpty() ? Uni.createFrom().voidItem() : land(connection, good);
            return landed.chain(() -> quarantine.decide(connection, overtaken, caller.name(), ""))
                    .chain(() -> {
                        List<Stayed> still = List.copyOf(stayed);
                        stayed.clear();
                        return quarantine.stay(connection, still);
                    });
        }

        private Uni<Void> land(SqlConnection connection, List<Candidate> good) {
            FactTable table = Optional.ofNullable(
                            byColumns.get(good.get(0).row().columns()))
                    .orElseThrow()
                    .table();
            return table.standing(
                            connection,
                            good.stream().map(Candidate::fact).toList(),
                            good.stream().map(c -> c.row().at()).toList(),
                            good.stream().map(c -> c.row().importId()).toList())
                    .chain(standings -> {
                        List<Fact> facts = new ArrayList<>();
                        List<Decided> decided = new ArrayList<>();
                        for (int i = 0; i < good.size(); i++) {
                            Candidate candidate = good.get(i);
                            Standing standing = standings.get(i);
                            if (standing == Standing.DUPLICATE) {
                                stays(candidate.row(), candidate.cells(), duplicate(candidate.row()));
                                continue;
                            }
                            count(standing);
                            if (standing == Standing.NEW || standing == Standing.CHANGED) {
                                facts.add(candidate.fact());
                            }
                            decided.add(new Decided(
                                    candidate.row(),
                                    standing == Standing.OVERTAKEN ? State.SUPERSEDED : State.LANDED,
                                    candidate.cells()));
                        }
                        return table.append(connection, importId, facts)
                                .chain(() -> quarantine.decide(connection, decided, caller.name(), ""));
                    });
        }

        private static Rejection duplicate(QuarantinedRow row) {
            return new Rejection(
                    row.rejection().line(),
                    "",
                    "",
                    "DUPLICATE_ROW",
                    "Another row of the same import gave it another value; dismiss this one, or import a correction.");
        }

        private static boolean sameFault(Rejection one, Rejection other) {
            return one.column().equals(other.column())
                    && one.reason().equals(other.reason())
                    && one.help().equals(other.help());
        }

        private void count(Standing standing) {
            switch (standing) {
                case NEW, CHANGED -> outcome.landed++;
                case SAME -> outcome.unchanged++;
                case OVERTAKEN -> outcome.superseded++;
                case DUPLICATE -> throw new IllegalStateException("A duplicate stays where it is.");
            }
        }

        Uni<Outcome> record() {
            if (outcome.landed == 0) {
                return Uni.createFrom().item(outcome);
            }
            return records.add(
                            kind,
                            SOURCE,
                            ImportReport.newBuilder()
                                    .setImportId(importId.toString())
                                    .setAccepted(outcome.landed)
                                    .setUnchanged(outcome.unchanged)
                                    .setRejected(outcome.rejected)
                                    .build(),
                            caller)
                    .replaceWith(outcome);
        }
    }

    /** The row if it is open. */
    public static QuarantinedRow requireOpen(QuarantinedRow row) {
        if (row.state() != State.OPEN) {
            throw new TaktException(
                    Category.PRECONDITION,
                    "ROW_DECIDED",
                    "The row (%d) is not open any more, it is %s.".formatted(row.id(), row.state()));
        }
        return row;
    }
}
