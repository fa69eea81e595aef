package takt.sharing.adapter.db;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.Week;
import takt.kit.BusinessClock;
import takt.kit.feed.Feed;
import takt.sharing.explosion.Gaps;
import takt.sharing.publication.Immediate;
import takt.sharing.publication.PublicationPlan;
import takt.sharing.usecase.port.PublicationStore.Edition;

/** Writes what one version publishes, in the transaction of a session. */
final class EditionWriting {

    private static final int PAGE = 200;
    private static final int SHOWN_GAPS = 200;

    private final Mutiny.StatelessSession session;
    private final Edition edition;
    private final BusinessClock clock;

    EditionWriting(Mutiny.StatelessSession session, Edition edition, BusinessClock clock) {
        this.session = session;
        this.edition = edition;
        this.clock = clock;
    }

    /** Returns the publications that were made; of a supplier that is not asked for anything any more, an empty one. */
    Uni<List<Feed.About>> write(List<PublicationPlan.Draft> drafts, Gaps gaps) {
        return ended(drafts)
                .chain(ended -> Multi.createBy()
                        .concatenating()
                        .streams(
                                Multi.createFrom().iterable(drafts),
                                Multi.createFrom().iterable(ended))
                        .onItem()
                        .transformToUniAndConcatenate(this::publish)
                        .collect()
                        .asList())
                .call(() -> keep(drafts, gaps));
    }

    /** Suppliers whose newest publication asks for something and who are not asked for anything now. */
    private Uni<List<PublicationPlan.Draft>> ended(List<PublicationPlan.Draft> drafts) {
        Set<String> asked = drafts.stream().map(d -> d.supplier().value()).collect(Collectors.toSet());
        return session.createQuery(
                        "select p.supplier from PublicationRow p where p.lines > 0 and p.number = "
                                + "(select max(q.number) from PublicationRow q where q.supplier = p.supplier) order by p.supplier",
                        String.class)
                .getResultList()
                .map(suppliers -> suppliers.stream()
                        .filter(s -> !asked.contains(s))
                        .map(s -> new PublicationPlan.Draft(new PartnerId(s), edition.today(), List.of()))
                        .toList());
    }

    private Uni<Feed.About> publish(PublicationPlan.Draft draft) {
        return newest(draft.supplier()).chain(before -> {
            PublicationRow row = row(draft, before);
            return session.insert(row)
                    .chain(() -> asked(draft.supplier()))
                    .chain(asked -> session.insertAll(PAGE, rows(row.id, draft, asked)))
                    .replaceWith(new Feed.About(row.id, Optional.of(draft.supplier())));
        });
    }

    /** What a line is about, from one publication to the next. */
    private record About(String part, String customer, String site) {

        static About of(LineRow row) {
            return new About(row.part, row.customer, row.customerSite);
        }
    }

    private static Object[] rows(UUID publication, PublicationPlan.Draft draft, Map<About, Immediate.Asked> asked) {
        return IntStream.range(0, draft.lines().size())
                .mapToObj(i -> {
                    LineRow row = LineRow.of(publication, i, draft.lines().get(i));
                    Immediate.Asked before = asked.get(About.of(row));
                    return before == null
                            ? row
                            : LineRow.of(publication, i, draft.lines().get(i).after(before));
                })
                .toArray();
    }

    /** What the supplier's newest publication of an earlier week asked for. */
    private Uni<Map<About, Immediate.Asked>> asked(PartnerId supplier) {
        return session.createQuery(
                        "from PublicationRow p where p.supplier = :supplier and p.firstWeek < :first order by p.number desc",
                        PublicationRow.class)
                .setParameter("supplier", supplier.value())
                .setParameter("first", edition.firstWeek().monday())
                .setMaxResults(1)
                .getSingleResultOrNull()
                .chain(before -> before == null
                        ? Uni.createFrom().item(Map.of())
                        : session.createQuery("from LineRow l where l.publicationId = :id", LineRow.class)
                                .setParameter("id", before.id)
                                .getResultList()
                                .map(lines -> lines.stream()
                                        .collect(Collectors.toMap(
                                                About::of,
                                                l -> new Immediate.Asked(
                                                        new Week(before.firstWeek), l.demand, l.due)))));
    }

    private PublicationRow row(PublicationPlan.Draft draft, @Nullable PublicationRow before) {
        PublicationRow row = new PublicationRow();
        row.id = UUID.randomUUID();
        row.number = before == null ? 1 : before.number + 1;
        row.supplier = draft.supplier().value();
        row.versionId = edition.versionId();
        row.predecessorId = before == null ? null : before.id;
        row.firstWeek = edition.firstWeek().monday();
        row.weeks = PublicationPlan.WEEKS;
        row.lines = draft.lines().size();
        row.createdAt = clock.now();
        row.answerBy = draft.answerBy();
        row.levels = edition.levels();
        row.scenarios = edition.scenarios();
        return row;
    }

    private Uni<@Nullable PublicationRow> newest(PartnerId supplier) {
        return session.createQuery(
                        "from PublicationRow p where p.supplier = :supplier order by p.number desc",
                        PublicationRow.class)
                .setParameter("supplier", supplier.value())
                .setMaxResults(1)
                .getSingleResultOrNull();
    }

    private Uni<Void> keep(List<PublicationPlan.Draft> drafts, Gaps gaps) {
        EditionRow row = new EditionRow();
        row.versionId = edition.versionId();
        row.publishedAt = clock.now();
        row.firstWeek = edition.firstWeek().monday();
        row.publications = drafts.size();
        row.lines = drafts.stream().mapToInt(d -> d.lines().size()).sum();
        row.unsupplied = gaps.unsupplied().size();
        row.passedThrough = gaps.passedThrough().stream().map(PartNumber::value).toArray(String[]::new);
        Object[] rows = IntStream.range(
                        0, Math.min(SHOWN_GAPS, gaps.unsupplied().size()))
                .mapToObj(i -> EditionGapRow.of(
                        edition.versionId(), i, gaps.unsupplied().get(i)))
                .toArray();
        return session.insert(row).chain(() -> session.insertAll(PAGE, rows));
    }
}
