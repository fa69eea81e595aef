package takt.ingest.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import takt.ingest.code.CodeKind;
import takt.ingest.code.Reference;
import takt.ingest.judge.Outcome;
import takt.ingest.judge.QuarantinedRow;
import takt.ingest.usecase.port.QuarantineStore;
import takt.ingest.usecase.port.QuarantineStore.Filter;
import takt.kit.caller.Caller;

/** Judges open rows again by what is known now, page by page, and lets the good ones in; a page is one transaction. */
@ApplicationScoped
public class ReplayRows {

    private static final int PAGE = 1000;

    private final QuarantineStore quarantine;
    private final Replaying replaying;
    private final Kinds kinds;

    ReplayRows(QuarantineStore quarantine, Replaying replaying, Kinds kinds) {
        this.quarantine = quarantine;
        this.replaying = replaying;
        this.kinds = kinds;
    }

    /** All open rows of a kind that the filter matches; refuses a filter that names none. */
    public Uni<Outcome> replay(Filter filter, Caller caller) {
        kinds.requireKnown(filter.kind(), "filter.kind");
        return replaying.inTurn(filter.kind(), caller, work -> pages(filter, Long.MAX_VALUE, work));
    }

    /** The newest rows first: of several about the same thing the newest counts. */
    private Uni<Void> pages(Filter filter, long before, ReplayWork work) {
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

    /** Judges the rows again that wait for one of the codes. */
    Uni<Outcome> waiting(List<Reference> decided, Caller caller) {
        Uni<Outcome> all = Uni.createFrom().item(Outcome.NONE);
        for (CodeKind kind : decided.stream().map(Reference::kind).distinct().toList()) {
            List<String> codes = decided.stream()
                    .filter(r -> r.kind() == kind)
                    .map(Reference::code)
                    .toList();
            all = all.chain(sum -> quarantine
                    .kinds(kind.unknown(), codes)
                    .chain(waiting -> replay(waiting, kind, caller))
                    .map(sum::plus));
        }
        return all;
    }

    private Uni<Outcome> replay(List<String> waiting, CodeKind code, Caller caller) {
        Uni<Outcome> all = Uni.createFrom().item(Outcome.NONE);
        for (String kind : waiting) {
            all = all.chain(
                    sum -> replay(new Filter(kind, "", code.unknown()), caller).map(sum::plus));
        }
        return all;
    }
}
