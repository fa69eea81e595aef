package takt.ingest.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import takt.ingest.judge.QuarantinedRow;
import takt.ingest.judge.QuarantinedRow.State;
import takt.ingest.row.Rejection;
import takt.ingest.usecase.port.QuarantineStore;
import takt.kit.caller.Caller;
import takt.kit.error.Category;
import takt.kit.error.TaktException;

/** Lets one open row in with other cells. */
@ApplicationScoped
public class FixRow {

    private final QuarantineStore quarantine;
    private final Replaying replaying;

    FixRow(QuarantineStore quarantine, Replaying replaying) {
        this.quarantine = quarantine;
        this.replaying = replaying;
    }

    /** Fails with ROW_REJECTED where the cells are no good either, and with ROW_DECIDED where the row is not open. */
    public Uni<QuarantinedRow> fix(long id, List<String> cells, Caller caller) {
        return find(id).invoke(FixRow::requireOpen)
                .chain(row -> replaying.inTurn(
                        row.kind(),
                        caller,
                        work -> work.land(List.of(row), List.of(cells))
                                .invoke(() -> work.outcome().rejections().forEach(FixRow::refuse))))
                .chain(() -> find(id));
    }

    public Uni<QuarantinedRow> find(long id) {
        return quarantine
                .find(id)
                .map(found -> found.orElseThrow(
                        () -> TaktException.notFound("ROW_UNKNOWN", "quarantined row", String.valueOf(id))));
    }

    private static void requireOpen(QuarantinedRow row) {
        if (row.state() != State.OPEN) {
            throw new TaktException(
                    Category.PRECONDITION,
                    "ROW_DECIDED",
                    "The row (%d) is not open any more, it is %s.".formatted(row.id(), row.state()));
        }
    }

    private static void refuse(Rejection why) {
        throw TaktException.invalid(
                "ROW_REJECTED",
                why.column().isEmpty() ? "cells" : why.column(),
                "The row is no good yet: %s (%s) in column [%s].%n%s"
                        .formatted(why.reason(), why.value(), why.column(), why.help()));
    }
}
