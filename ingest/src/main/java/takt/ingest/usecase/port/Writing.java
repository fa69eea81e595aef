package takt.ingest.usecase.port;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import takt.ingest.judge.KeptOut;
import takt.ingest.judge.QuarantinedRow;
import takt.ingest.judge.QuarantinedRow.State;
import takt.ingest.judge.Standing;
import takt.ingest.kind.Fact;
import takt.ingest.kind.Shape;
import takt.ingest.row.Rejection;

/** What can be written about facts and rows within one transaction. */
public interface Writing {

    /**
     * Where rows come from.
     *
     * @param source what their origin is called
     */
    record From(UUID importId, String kind, String source, List<String> columns) {}

    /** @param cells those that were judged */
    record Decided(QuarantinedRow row, State state, List<String> cells) {}

    /** @param why now */
    record Stayed(QuarantinedRow row, Rejection why) {}

    /**
     * Appends what is new or changed; returns how many facts that were. Keys must differ.
     *
     * @param isAnyKnown whether a fact of any of the series may be known
     */
    Uni<Integer> append(UUID importId, Shape shape, List<Fact> facts, boolean isAnyKnown);

    /**
     * Takes back what an import appended of some keys, and what an import before it did that broke off: it may be the
     * first attempt to send the same file. What a finished import said stays. Returns how many facts were its own.
     */
    Uni<Integer> withdraw(UUID importId, Shape shape, List<List<Object>> keys);

    /**
     * How facts stand to what is known now; nothing is changed.
     *
     * @param since one per fact: a fact known since later has overtaken it
     * @param imports one per fact, where it comes from: another value of the same import is a duplicate
     */
    Uni<List<Standing>> standing(Shape shape, List<Fact> facts, List<Instant> since, List<UUID> imports);

    /** Keeps rows in quarantine; one that stands open with the same content already is not kept twice. */
    Uni<Void> keep(From from, List<KeptOut> rows);

    /** Decides about open rows; fails with ROW_DECIDED when one of them is not open any more. */
    Uni<Void> decide(List<Decided> decided, String by, String note);

    /** Remembers why rows are still kept out. */
    Uni<Void> stay(List<Stayed> stayed);
}
