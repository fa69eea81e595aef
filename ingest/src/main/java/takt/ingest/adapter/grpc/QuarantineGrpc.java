package takt.ingest.adapter.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import takt.ingest.judge.QuarantinedRow.State;
import takt.ingest.usecase.FixRow;
import takt.ingest.usecase.Kinds;
import takt.ingest.usecase.ReplayRows;
import takt.ingest.usecase.port.QuarantineStore;
import takt.ingest.usecase.port.QuarantineStore.Filter;
import takt.kit.Mirror;
import takt.kit.caller.Callers;
import takt.kit.error.TaktException;
import takt.kit.page.Page;
import takt.proto.ingest.v1.DismissQuarantinedRowsRequest;
import takt.proto.ingest.v1.DismissQuarantinedRowsResponse;
import takt.proto.ingest.v1.FixQuarantinedRowRequest;
import takt.proto.ingest.v1.FixQuarantinedRowResponse;
import takt.proto.ingest.v1.GetQuarantinedRowRequest;
import takt.proto.ingest.v1.GetQuarantinedRowResponse;
import takt.proto.ingest.v1.ListQuarantineRequest;
import takt.proto.ingest.v1.ListQuarantineResponse;
import takt.proto.ingest.v1.QuarantineService;
import takt.proto.ingest.v1.ReplayQuarantineRequest;
import takt.proto.ingest.v1.ReplayQuarantineResponse;
import takt.proto.ingest.v1.RowFilter;
import takt.proto.ingest.v1.RowState;
import takt.proto.ingest.v1.SummarizeQuarantineRequest;
import takt.proto.ingest.v1.SummarizeQuarantineResponse;

/** The quarantine of a service that imports; who may import may see it. */
@GrpcService
public class QuarantineGrpc implements QuarantineService {

    static final Mirror<RowState, State> STATES = Mirror.of(RowState.class, State.class);

    private static final int MOST_IDS = 1_000;

    private final QuarantineStore quarantine;
    private final ReplayRows replay;
    private final FixRow fix;
    private final Callers callers;
    private final Kinds kinds;

    QuarantineGrpc(QuarantineStore quarantine, ReplayRows replay, FixRow fix, Callers callers, Kinds kinds) {
        this.quarantine = quarantine;
        this.replay = replay;
        this.fix = fix;
        this.callers = callers;
        this.kinds = kinds;
    }

    @Override
    public Uni<ListQuarantineResponse> listQuarantine(ListQuarantineRequest request) {
        return callers.current(kinds.roles()).chain(caller -> {
            int size = Page.size(request.getPageSize(), 50, 200);
            return quarantine
                    .list(
                            filter(request.getFilter()),
                            state(request.getState()),
                            Page.afterOffset(request.getPageToken()),
                            size)
                    .map(rows -> {
                        ListQuarantineResponse.Builder page = ListQuarantineResponse.newBuilder();
                        rows.forEach(row -> page.addRows(QuarantineMessages.message(row)));
                        return page.setNextPageToken(Page.next(rows, size, last -> last.id()))
                                .build();
                    });
        });
    }

    @Override
    public Uni<SummarizeQuarantineResponse> summarizeQuarantine(SummarizeQuarantineRequest request) {
        return callers.current(kinds.roles())
                .chain(caller -> quarantine.counts())
                .map(counts -> {
                    SummarizeQuarantineResponse.Builder response = SummarizeQuarantineResponse.newBuilder();
                    counts.forEach(c -> response.addCountsBuilder()
                            .setKind(c.kind())
                            .setSource(c.source())
                            .setReason(c.reason())
                            .setRows(c.rows())
                            .setOldest(c.oldest().toString()));
                    return response.build();
                });
    }

    @Override
    public Uni<GetQuarantinedRowResponse> getQuarantinedRow(GetQuarantinedRowRequest request) {
        return callers.current(kinds.roles())
                .chain(caller -> fix.find(request.getId()))
                .map(row -> GetQuarantinedRowResponse.newBuilder()
                        .setRow(QuarantineMessages.message(row))
                        .build());
    }

    @Override
    public Uni<FixQuarantinedRowResponse> fixQuarantinedRow(FixQuarantinedRowRequest request) {
        return callers.current(kinds.roles())
                .chain(caller -> fix.fix(request.getId(), QuarantineMessages.sound(request.getCellsList()), caller))
                .map(row -> FixQuarantinedRowResponse.newBuilder()
                        .setRow(QuarantineMessages.message(row))
                        .build());
    }

    @Override
    public Uni<ReplayQuarantineResponse> replayQuarantine(ReplayQuarantineRequest request) {
        return callers.current(kinds.roles()).chain(caller -> {
            return replay.replay(filter(request.getFilter()), caller).map(outcome -> {
                ReplayQuarantineResponse.Builder response = ReplayQuarantineResponse.newBuilder()
                        .setLanded(outcome.landed())
                        .setUnchanged(outcome.unchanged())
                        .setSuperseded(outcome.superseded())
                        .setStillRejected(outcome.rejected());
                outcome.rejections().forEach(r -> response.addRejections(ImportMessages.rejection(r)));
                return response.build();
            });
        });
    }

    @Override
    public Uni<DismissQuarantinedRowsResponse> dismissQuarantinedRows(DismissQuarantinedRowsRequest request) {
        return callers.current(kinds.roles()).chain(caller -> {
            String note = request.getNote().strip();
            if (note.isEmpty() || note.length() > 500 || note.indexOf('\0') >= 0) {
                throw TaktException.invalid(
                        "REASON_MISSING", "note", "Say in 1 to 500 characters why the rows are set aside.");
            }
            if (request.getIdsCount() > MOST_IDS) {
                throw TaktException.invalid(
                        "TOO_LARGE", "ids", "At most %,d rows are set aside at once.".formatted(MOST_IDS));
            }
            return quarantine
                    .dismiss(request.getIdsList(), caller.name(), note)
                    .map(n -> DismissQuarantinedRowsResponse.newBuilder()
                            .setDismissed(n)
                            .build());
        });
    }

    private static Filter filter(RowFilter filter) {
        return new Filter(
                QuarantineMessages.visible(filter.getKind()),
                QuarantineMessages.visible(filter.getSource()),
                QuarantineMessages.visible(filter.getReason()));
    }

    private static Optional<State> state(RowState state) {
        return STATES.ours(state);
    }
}
