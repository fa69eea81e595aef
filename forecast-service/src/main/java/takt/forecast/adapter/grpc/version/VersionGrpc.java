package takt.forecast.adapter.grpc.version;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import takt.forecast.usecase.version.CreateVersion;
import takt.forecast.usecase.version.ReadVersions;
import takt.forecast.usecase.version.ReleaseVersion;
import takt.kit.Ids;
import takt.kit.caller.Callers;
import takt.kit.caller.Roles;
import takt.kit.page.Page;
import takt.proto.forecast.v1.CreateForecastVersionRequest;
import takt.proto.forecast.v1.CreateForecastVersionResponse;
import takt.proto.forecast.v1.ForecastVersionService;
import takt.proto.forecast.v1.GetForecastVersionRequest;
import takt.proto.forecast.v1.GetForecastVersionResponse;
import takt.proto.forecast.v1.ListForecastVersionsRequest;
import takt.proto.forecast.v1.ListForecastVersionsResponse;
import takt.proto.forecast.v1.ReleaseForecastVersionRequest;
import takt.proto.forecast.v1.ReleaseForecastVersionResponse;
import takt.proto.forecast.v1.StreamForecastSeriesRequest;
import takt.proto.forecast.v1.StreamForecastSeriesResponse;
import takt.proto.forecast.v1.StreamGroupForecastsRequest;
import takt.proto.forecast.v1.StreamGroupForecastsResponse;

@GrpcService
public class VersionGrpc implements ForecastVersionService {

    private static final String UNKNOWN = "VERSION_UNKNOWN";
    private static final String VERSION = "forecast version";

    private final CreateVersion creation;
    private final ReleaseVersion releases;
    private final ReadVersions versions;
    private final Callers callers;

    VersionGrpc(CreateVersion creation, ReleaseVersion releases, ReadVersions versions, Callers callers) {
        this.creation = creation;
        this.releases = releases;
        this.versions = versions;
        this.callers = callers;
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST})
    public Uni<CreateForecastVersionResponse> createForecastVersion(CreateForecastVersionRequest request) {
        return callers.current()
                .chain(caller -> creation.create(
                        Ids.uuid("request_id", request.getRequestId()),
                        Optional.of(request.getRunId())
                                .filter(id -> !id.isEmpty())
                                .map(id -> Ids.existing(id, "RUN_UNKNOWN", "training run")),
                        caller))
                .map(v -> CreateForecastVersionResponse.newBuilder()
                        .setVersion(VersionMessages.version(v))
                        .build());
    }

    @Override
    @RolesAllowed(Roles.PLANNER)
    public Uni<ReleaseForecastVersionResponse> releaseForecastVersion(ReleaseForecastVersionRequest request) {
        return callers.current()
                .chain(caller -> releases.release(Ids.existing(request.getVersionId(), UNKNOWN, VERSION), caller))
                .map(v -> ReleaseForecastVersionResponse.newBuilder()
                        .setVersion(VersionMessages.version(v))
                        .build());
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR, Roles.SERVICE})
    public Uni<GetForecastVersionResponse> getForecastVersion(GetForecastVersionRequest request) {
        return Uni.createFrom()
                .deferred(() -> versions.get(Ids.existing(request.getVersionId(), UNKNOWN, VERSION)))
                .map(v -> GetForecastVersionResponse.newBuilder()
                        .setVersion(VersionMessages.version(v))
                        .build());
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR})
    public Uni<ListForecastVersionsResponse> listForecastVersions(ListForecastVersionsRequest request) {
        return Uni.createFrom().deferred(() -> {
            int size = Page.size(request.getPageSize(), 50, 200);
            int after = Page.afterOffset(request.getPageToken());
            return versions.list(after == 0 ? Integer.MAX_VALUE : after, size).map(found -> {
                ListForecastVersionsResponse.Builder page = ListForecastVersionsResponse.newBuilder();
                found.forEach(v -> page.addVersions(VersionMessages.version(v)));
                return page.setNextPageToken(
                                Page.next(found, size, last -> last.facts().number()))
                        .build();
            });
        });
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR, Roles.SERVICE})
    public Multi<StreamForecastSeriesResponse> streamForecastSeries(StreamForecastSeriesRequest request) {
        return Multi.createFrom()
                .deferred(
                        () -> versions.lines(Ids.existing(request.getVersionId(), UNKNOWN, VERSION), request.getPart()))
                .map(line -> StreamForecastSeriesResponse.newBuilder()
                        .setSeries(VersionMessages.series(line))
                        .build());
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR})
    public Multi<StreamGroupForecastsResponse> streamGroupForecasts(StreamGroupForecastsRequest request) {
        return Multi.createFrom()
                .deferred(() -> versions.groups(
                        Ids.existing(request.getVersionId(), UNKNOWN, VERSION),
                        VersionMessages.level(request.getLevel())))
                .map(line -> StreamGroupForecastsResponse.newBuilder()
                        .setGroup(VersionMessages.group(line))
                        .build());
    }
}
