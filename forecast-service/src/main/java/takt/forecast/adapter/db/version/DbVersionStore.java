package takt.forecast.adapter.db.version;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import takt.forecast.usecase.version.port.VersionStore;
import takt.forecast.version.ForecastLine;
import takt.forecast.version.ForecastVersion;
import takt.forecast.version.ForecastVersion.Draft;
import takt.forecast.version.ForecastVersion.Release;
import takt.forecast.version.ForecastVersion.Released;
import takt.forecast.version.ForecastVersion.Superseded;
import takt.forecast.version.Forecasts;
import takt.forecast.version.GroupLine;
import takt.forecast.version.VersionFacts;
import takt.kit.db.Database;
import takt.kit.db.Locks;
import takt.kit.error.Category;
import takt.kit.error.TaktException;
import takt.kit.feed.Feed;

@ApplicationScoped
class DbVersionStore implements VersionStore {

    private static final int PAGE = 200;

    private final Database database;
    private final Feed feed;

    DbVersionStore(Database database, Feed feed) {
        this.database = database;
        this.feed = feed;
    }

    @Override
    public Uni<Optional<ForecastVersion>> find(UUID id) {
        return database.read(s -> one(s, "from VersionRow v where v.id = :id", id));
    }

    @Override
    public Uni<Optional<ForecastVersion>> findByRequest(UUID requestId) {
        return database.read(s -> one(s, "from VersionRow v where v.requestId = :id", requestId));
    }

    @Override
    public Uni<List<ForecastVersion>> list(int belowNumber, int limit) {
        return database.read(
                s -> s.createQuery("from VersionRow v where v.number < :below order by v.number desc", VersionRow.class)
                        .setParameter("below", belowNumber)
                        .setMaxResults(limit)
                        .getResultList()
                        .chain(rows -> states(s, rows)));
    }

    @Override
    public Uni<Optional<Released>> current() {
        return database.read(s -> newest(s)
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.<Released>empty())
                        : s.get(VersionRow.class, row.versionId)
                                .map(v -> Optional.of(new Released(v.facts(), row.release())))));
    }

    @Override
    public Uni<ForecastVersion> create(VersionFacts facts, UUID requestId, Forecasts forecasts) {
        List<ForecastLine> lines = forecasts.lines();
        List<GroupLine> groups = forecasts.groups();
        Object[] rows = Stream.<Object>concat(
                        IntStream.range(0, lines.size()).mapToObj(i -> SeriesRow.of(facts.id(), i, lines.get(i))),
                        IntStream.range(0, groups.size()).mapToObj(i -> GroupRow.of(facts.id(), i, groups.get(i))))
                .toArray();
        return database.transaction(s -> Locks.take(s, "version")
                .chain(() -> one(s, "from VersionRow v where v.requestId = :id", requestId))
                .chain(before ->
                        before.isPresent() ? Uni.createFrom().item(before.get()) : insert(s, facts, requestId, rows)));
    }

    private Uni<ForecastVersion> insert(
            Mutiny.StatelessSession session, VersionFacts facts, UUID requestId, Object[] rows) {
        return session.createQuery("select coalesce(max(v.number), 0) from VersionRow v", Integer.class)
                .getSingleResult()
                .chain(last -> session.insert(VersionRow.of(facts, requestId, last + 1)))
                .chain(() -> session.insertAll(PAGE, rows))
                .chain(() -> feed.append(session, "FORECAST_VERSION_CREATED", facts.id()))
                .chain(() -> one(session, "from VersionRow v where v.id = :id", facts.id()))
                .map(Optional::orElseThrow);
    }

    @Override
    public Uni<Void> release(Release release) {
        return database.transaction(s -> Locks.take(s, "version")
                .chain(() -> newest(s))
                .chain(newest -> {
                    UUID current = newest == null ? null : newest.versionId;
                    if (!Optional.ofNullable(current).equals(release.predecessor())) {
                        throw new TaktException(
                                Category.PRECONDITION,
                                "VERSION_SUPERSEDED",
                                "Another version (%s) was released meanwhile.\nMaybe look at it, then release again."
                                        .formatted(current));
                    }
                    ReleaseRow row = new ReleaseRow();
                    row.versionId = release.version();
                    row.ordinal = newest == null ? 1 : newest.ordinal + 1;
                    row.predecessorId = current;
                    row.releasedAt = release.at();
                    row.releasedBy = release.by();
                    return s.insert(row).chain(() -> feed.append(s, "FORECAST_VERSION_RELEASED", release.version()));
                }));
    }

    @Override
    public Multi<ForecastLine> lines(UUID versionId, String part) {
        return database.<SeriesRow>pages(last -> s -> s.createQuery(
                                "from SeriesRow l where l.versionId = :version and l.ordinal > :after and (:part = '' or l.part = :part) order by l.ordinal",
                                SeriesRow.class)
                        .setParameter("version", versionId)
                        .setParameter("after", last == null ? -1 : last.ordinal)
                        .setParameter("part", part)
                        .setMaxResults(PAGE)
                        .getResultList())
                .map(SeriesRow::line);
    }

    @Override
    public Uni<List<GroupLine>> groups(UUID versionId) {
        return database.read(s -> s.createQuery(
                                "from GroupRow g where g.versionId = :version order by g.ordinal", GroupRow.class)
                        .setParameter("version", versionId)
                        .getResultList())
                .map(rows -> rows.stream().map(GroupRow::line).toList());
    }

    private static Uni<@Nullable ReleaseRow> newest(Mutiny.StatelessSession session) {
        return session.createQuery("from ReleaseRow r order by r.ordinal desc", ReleaseRow.class)
                .setMaxResults(1)
                .getSingleResultOrNull();
    }

    private static Uni<Optional<ForecastVersion>> one(Mutiny.StatelessSession session, String query, UUID id) {
        return session.createQuery(query, VersionRow.class)
                .setParameter("id", id)
                .getResultList()
                .chain(rows -> states(session, rows))
                .map(versions -> versions.stream().findFirst());
    }

    /** There are few releases; reading them all spares a query per version. */
    private static Uni<List<ForecastVersion>> states(Mutiny.StatelessSession session, List<VersionRow> rows) {
        return session.createQuery("from ReleaseRow r", ReleaseRow.class)
                .getResultList()
                .map(releases -> {
                    Map<UUID, ReleaseRow> byVersion =
                            releases.stream().collect(Collectors.toMap(r -> r.versionId, Function.identity()));
                    Map<UUID, UUID> successors = releases.stream()
                            .filter(r -> r.predecessorId != null)
                            .collect(Collectors.toMap(
                                    r -> java.util.Objects.requireNonNull(r.predecessorId), r -> r.versionId));
                    return rows.stream()
                            .map(row -> state(row, byVersion.get(row.id), successors.get(row.id)))
                            .toList();
                });
    }

    private static ForecastVersion state(VersionRow row, @Nullable ReleaseRow release, @Nullable UUID successor) {
        if (release == null) {
            return new Draft(row.facts());
        }
        return successor == null
                ? new Released(row.facts(), release.release())
                : new Superseded(row.facts(), release.release(), successor);
    }
}
