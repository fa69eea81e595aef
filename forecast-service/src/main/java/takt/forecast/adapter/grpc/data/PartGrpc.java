package takt.forecast.adapter.grpc.data;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import takt.forecast.usecase.data.port.Histories;
import takt.forecast.usecase.data.port.Parts;
import takt.forecast.usecase.version.SummarizeParts;
import takt.kit.Ids;
import takt.kit.Mirror;
import takt.kit.caller.Roles;
import takt.kit.error.TaktException;
import takt.kit.page.Page;
import takt.proto.forecast.v1.GetPartHistoryRequest;
import takt.proto.forecast.v1.GetPartHistoryResponse;
import takt.proto.forecast.v1.GetProductionScheduleRequest;
import takt.proto.forecast.v1.GetProductionScheduleResponse;
import takt.proto.forecast.v1.ListPartGroupsRequest;
import takt.proto.forecast.v1.ListPartGroupsResponse;
import takt.proto.forecast.v1.ListPartSummariesRequest;
import takt.proto.forecast.v1.ListPartSummariesResponse;
import takt.proto.forecast.v1.ListPartsRequest;
import takt.proto.forecast.v1.ListPartsResponse;
import takt.proto.forecast.v1.PartService;
import takt.proto.forecast.v1.StreamPartNumbersRequest;
import takt.proto.forecast.v1.StreamPartNumbersResponse;

/** Master data and history are plain reads; no use case stands between. */
@GrpcService
public class PartGrpc implements PartService {

    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    /** Part numbers in a message. */
    private static final int NUMBERS = 1_000;

    private final Parts parts;
    private final Histories histories;

    private final SummarizeParts summarize;

    PartGrpc(Parts parts, Histories histories, SummarizeParts summarize) {
        this.parts = parts;
        this.histories = histories;
        this.summarize = summarize;
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR})
    public Uni<ListPartsResponse> listParts(ListPartsRequest request) {
        return Uni.createFrom().deferred(() -> {
            int size = Page.size(request.getPageSize(), 50, 200);
            return parts.parts(request.getQuery(), Page.afterKey(request.getPageToken()), size)
                    .chain(found -> parts.countParts(request.getQuery()).map(total -> {
                        ListPartsResponse.Builder page =
                                ListPartsResponse.newBuilder().setTotal(total);
                        found.forEach(part -> page.addParts(PartMessages.part(part)));
                        return page.setNextPageToken(Page.next(
                                        found, size, last -> last.facts().part()))
                                .build();
                    }));
        });
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR})
    public Uni<ListPartSummariesResponse> listPartSummaries(ListPartSummariesRequest request) {
        return Uni.createFrom()
                .deferred(() -> summarize.list(
                        version(request.getVersionId()),
                        SummaryMessages.wanted(request),
                        SummaryMessages.place(request)))
                .map(SummaryMessages::response);
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR})
    public Uni<ListPartGroupsResponse> listPartGroups(ListPartGroupsRequest request) {
        return Uni.createFrom()
                .deferred(() -> summarize.groups(
                        version(request.getVersionId()), SummaryMessages.grouping(request.getGrouping())))
                .map(groups -> {
                    ListPartGroupsResponse.Builder response = ListPartGroupsResponse.newBuilder();
                    groups.forEach(group ->
                            response.addGroupsBuilder().setName(group.name()).setParts(group.parts()));
                    return response.build();
                });
    }

    private static Optional<UUID> version(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(Ids.existing(id, "VERSION_UNKNOWN", "forecast version"));
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR, Roles.SERVICE})
    public Multi<StreamPartNumbersResponse> streamPartNumbers(StreamPartNumbersRequest request) {
        return parts.partNumbers()
                .onItem()
                .transformToMulti(all -> Multi.createFrom().iterable(all))
                .group()
                .intoLists()
                .of(NUMBERS)
                .map(some ->
                        StreamPartNumbersResponse.newBuilder().addAllParts(some).build());
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR})
    public Uni<GetPartHistoryResponse> getPartHistory(GetPartHistoryRequest request) {
        return Uni.createFrom()
                .deferred(() -> parts.part(request.getPart()))
                .map(found ->
                        found.orElseThrow(() -> TaktException.notFound("PART_UNKNOWN", "part", request.getPart())))
                .chain(part -> histories
                        .history(part.facts().part(), moment(request.getKnownAt()))
                        .map(histories -> {
                            GetPartHistoryResponse.Builder response =
                                    GetPartHistoryResponse.newBuilder().setPart(PartMessages.part(part));
                            histories.forEach(h -> response.addHistories(
                                    PartMessages.history(h, part.facts().unit())));
                            return response.build();
                        }));
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR})
    public Uni<GetProductionScheduleResponse> getProductionSchedule(GetProductionScheduleRequest request) {
        return Uni.createFrom()
                .deferred(() ->
                        histories.schedule(request.getLine(), day(request.getIssuedBy()), moment(request.getKnownAt())))
                .map(found -> {
                    GetProductionScheduleResponse.Builder response = GetProductionScheduleResponse.newBuilder();
                    found.ifPresent(schedule -> {
                        response.setIssued(schedule.issued().toString())
                                .setCalendar(Mirror.CALENDAR.contract(schedule.calendar()));
                        schedule.thousandths()
                                .forEach((bucket, vehicles) -> response.addVolumesBuilder()
                                        .setBucket(bucket.toString())
                                        .setThousandths(vehicles));
                    });
                    return response.build();
                });
    }

    private static LocalDate day(String text) {
        try {
            return text.isEmpty() ? LATEST : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw invalid("issued_by", text, "YYYY-MM-DD");
        }
    }

    private static Instant moment(String text) {
        try {
            return text.isEmpty() ? LATEST.atStartOfDay().toInstant(ZoneOffset.UTC) : Instant.parse(text);
        } catch (DateTimeException e) {
            throw invalid("known_at", text, "a moment like 2001-03-03T23:59:59Z");
        }
    }

    private static TaktException invalid(String field, String text, String form) {
        return TaktException.invalid(
                "MOMENT_INVALID", field, "The %s (%s) must be %s.".formatted(field, Ids.cut(text), form));
    }
}
