package takt.capacity.adapter.db;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import takt.capacity.commitment.AskedLine;
import takt.capacity.commitment.Commitment;

/** Reads lines and the commitments on them inside a session. */
final class AskedReader {

    static final String NEWEST =
            "p.number = (select max(q.number) from AskedPublicationRow q where q.supplier = p.supplier)";
    static final String IN_FORCE =
            "c.revision = (select max(d.revision) from CommitmentRow d where d.lineId = c.lineId and d.week = c.week)";

    private static final int PART = 500;

    private AskedReader() {}

    /** Lines of the supplier's newest publication. */
    static Uni<List<AskedLine>> current(Mutiny.StatelessSession session, String supplier) {
        return session.createQuery(
                        "from AskedLineRow l where l.publicationId in (select p.id from AskedPublicationRow p where p.supplier = :supplier and "
                                + NEWEST + ") order by l.part, l.id",
                        AskedLineRow.class)
                .setParameter("supplier", supplier)
                .getResultList()
                .chain(rows -> lines(session, rows));
    }

    static Uni<List<AskedLine>> byId(Mutiny.StatelessSession session, Collection<UUID> ids) {
        return session.createQuery("from AskedLineRow l where l.id in :ids", AskedLineRow.class)
                .setParameter("ids", List.copyOf(ids))
                .getResultList()
                .chain(rows -> lines(session, rows));
    }

    /** Those of the lines that are the supplier's; another's costs no more than one that does not exist. */
    static Uni<List<AskedLine>> own(Mutiny.StatelessSession session, Collection<UUID> ids, String supplier) {
        return inParts(
                        ids,
                        part -> session.createQuery(
                                        "from AskedLineRow l where l.id in :ids and l.supplier = :supplier",
                                        AskedLineRow.class)
                                .setParameter("ids", part)
                                .setParameter("supplier", supplier)
                                .getResultList())
                .chain(rows -> lines(session, rows));
    }

    /** Some hundred at a time: a query with thousands of ids keeps everybody waiting while it is put together. */
    private static <T, R> Uni<List<R>> inParts(Collection<T> all, Function<List<T>, Uni<List<R>>> query) {
        return Multi.createFrom()
                .iterable(all)
                .group()
                .intoLists()
                .of(PART)
                .onItem()
                .transformToUniAndConcatenate(query::apply)
                .onItem()
                .<R>disjoint()
                .collect()
                .asList();
    }

    /** Answers in force on the given lines. */
    static Uni<List<Commitment>> inForce(Mutiny.StatelessSession session, Collection<AskedLine> lines) {
        Map<UUID, AskedLine> byId = lines.stream().collect(Collectors.toMap(AskedLine::id, Function.identity()));
        return inParts(
                        byId.keySet(),
                        part -> session.createQuery(
                                        "from CommitmentRow c where c.lineId in :ids and " + IN_FORCE,
                                        CommitmentRow.class)
                                .setParameter("ids", part)
                                .getResultList())
                .map(rows -> commitments(rows, byId));
    }

    static List<Commitment> commitments(List<CommitmentRow> rows, Map<UUID, AskedLine> byId) {
        return rows.stream()
                .filter(c -> byId.containsKey(c.lineId))
                .map(c -> new Commitment(Objects.requireNonNull(byId.get(c.lineId)), c.answer(), c.revision))
                .toList();
    }

    private static Uni<List<AskedLine>> lines(Mutiny.StatelessSession session, List<AskedLineRow> rows) {
        List<UUID> ids = rows.stream().map(r -> r.publicationId).distinct().toList();
        return session.createQuery("from AskedPublicationRow p where p.id in :ids", AskedPublicationRow.class)
                .setParameter("ids", ids)
                .getResultList()
                .chain(publications -> session.createQuery(
                                "select p.id from AskedPublicationRow p where p.id in :ids and " + NEWEST, UUID.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .map(newest -> {
                            Map<UUID, AskedPublicationRow> byId =
                                    publications.stream().collect(Collectors.toMap(p -> p.id, Function.identity()));
                            return rows.stream()
                                    .map(r -> r.line(
                                            Objects.requireNonNull(byId.get(r.publicationId)),
                                            newest.contains(r.publicationId)))
                                    .toList();
                        }));
    }
}
