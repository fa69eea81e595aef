package takt.forecast.adapter.grpc.data;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import takt.forecast.cleanse.Method;
import takt.forecast.cleanse.Standing;
import takt.forecast.usecase.data.DecideCorrections;
import takt.forecast.usecase.data.ProposeCorrections;
import takt.forecast.usecase.data.port.CorrectionStore;
import takt.forecast.usecase.data.port.CorrectionStore.Filter;
import takt.kit.Mirror;
import takt.kit.caller.Callers;
import takt.kit.caller.Roles;
import takt.kit.error.TaktException;
import takt.kit.page.Page;
import takt.proto.forecast.v1.CleansingService;
import takt.proto.forecast.v1.CorrectionFilter;
import takt.proto.forecast.v1.CorrectionMethod;
import takt.proto.forecast.v1.CorrectionStanding;
import takt.proto.forecast.v1.DecideCorrectionsRequest;
import takt.proto.forecast.v1.DecideCorrectionsResponse;
import takt.proto.forecast.v1.ListCorrectionsRequest;
import takt.proto.forecast.v1.ListCorrectionsResponse;
import takt.proto.forecast.v1.ProposeCorrectionsRequest;
import takt.proto.forecast.v1.ProposeCorrectionsResponse;

@GrpcService
public class CleansingGrpc implements CleansingService {

    static final Mirror<CorrectionMethod, Method> METHODS = Mirror.of(CorrectionMethod.class, Method.class);
    static final Mirror<CorrectionStanding, Standing> STANDINGS = Mirror.of(CorrectionStanding.class, Standing.class);

    private static final int MOST_IDS = 1_000;
    private static final int LONGEST_NOTE = 500;

    private final ProposeCorrections proposals;
    private final DecideCorrections decisions;
    private final CorrectionStore store;
    private final Callers callers;

    CleansingGrpc(ProposeCorrections proposals, DecideCorrections decisions, CorrectionStore store, Callers callers) {
        this.proposals = proposals;
        this.decisions = decisions;
        this.store = store;
        this.callers = callers;
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST})
    public Uni<ProposeCorrectionsResponse> proposeCorrections(ProposeCorrectionsRequest request) {
        return callers.current()
                .chain(proposals::propose)
                .map(outcome -> ProposeCorrectionsResponse.newBuilder()
                        .setProposed(outcome.proposed())
                        .setLapsed(outcome.lapsed())
                        .build());
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST})
    public Uni<ListCorrectionsResponse> listCorrections(ListCorrectionsRequest request) {
        return Uni.createFrom().deferred(() -> {
            int size = Page.size(request.getPageSize(), 50, 200);
            return store.list(
                            filter(request.getFilter(), standing(request.getStanding())),
                            Page.afterOffset(request.getPageToken()),
                            size)
                    .map(found -> {
                        ListCorrectionsResponse.Builder page = ListCorrectionsResponse.newBuilder();
                        found.forEach(c -> page.addCorrections(CorrectionMessages.message(c)));
                        return page.setNextPageToken(Page.next(
                                        found, size, last -> last.correction().id()))
                                .build();
                    });
        });
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST})
    public Uni<DecideCorrectionsResponse> decideCorrections(DecideCorrectionsRequest request) {
        return callers.current().chain(caller -> {
            List<Long> ids = request.getIdsList().stream().distinct().toList();
            Standing standing = standing(request.getStanding())
                    .filter(s -> s != Standing.LAPSED)
                    .orElseThrow(() -> TaktException.invalid(
                            "STANDING_INVALID",
                            "standing",
                            "Say ACCEPTED, REJECTED, PINNED, or PROPOSED to undo a decision."));
            if (ids.isEmpty() != request.hasFilter() || ids.size() > MOST_IDS) {
                throw TaktException.invalid(
                        "CORRECTION_MISSING", "ids", "Name 1 to %,d corrections, or a filter.".formatted(MOST_IDS));
            }
            String note = request.getNote().strip();
            if (note.length() > LONGEST_NOTE || note.indexOf('\0') >= 0) {
                throw TaktException.invalid(
                        "NOTE_TOO_LONG", "note", "A note has at most %d characters.".formatted(LONGEST_NOTE));
            }
            return (ids.isEmpty()
                            ? decisions.decideAll(filter(request.getFilter(), Optional.empty()), standing, note, caller)
                            : decisions.decide(ids, standing, note, caller))
                    .map(n ->
                            DecideCorrectionsResponse.newBuilder().setDecided(n).build());
        });
    }

    private static Filter filter(CorrectionFilter filter, Optional<Standing> standing) {
        return new Filter(filter.getPart().replace('\0', '\uFFFD'), METHODS.ours(filter.getMethod()), standing);
    }

    private static Optional<Standing> standing(CorrectionStanding standing) {
        return STANDINGS.ours(standing);
    }
}
