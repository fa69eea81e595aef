package takt.forecast.adapter.db.data;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import takt.forecast.cleanse.Correction;
import takt.forecast.cleanse.Finding;
import takt.forecast.cleanse.Proposals;
import takt.forecast.cleanse.Standing;
import takt.forecast.cleanse.Subject;
import takt.forecast.usecase.data.port.CorrectionStore.Found;
import takt.forecast.usecase.data.port.CorrectionStore.Outcome;
import takt.kit.db.CauseJson;

/** Writes what a new look at a page of series makes of their proposals, in the transaction of a connection. */
final class ProposalWriting {

    private static final String ADD = """
            insert into correction (part, site, calendar, bucket, method, original, corrected, reason)
            select part, site, calendar, bucket, method, original, corrected, reason::jsonb
            from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::text[], $6::bigint[], $7::bigint[], $8::text[])
                as f(part, site, calendar, bucket, method, original, corrected, reason)
            """;
    private static final String STAND = """
            insert into correction_decision (correction_id, standing, decided_by)
            select id, $2, $3 from unnest($1::bigint[]) as id
            """;
    private final SqlConnection connection;
    private final String by;

    ProposalWriting(SqlConnection connection, String by) {
        this.connection = connection;
        this.by = by;
    }

    Uni<Outcome> write(List<Found> page) {
        return known(page).chain(known -> {
            Map<Subject, Proposals> changes = new LinkedHashMap<>();
            page.forEach(found -> changes.put(
                    found.subject(), Proposals.of(found.findings(), known.getOrDefault(found.subject(), List.of()))));
            List<Long> again = ids(changes, Proposals::again);
            List<Long> lapsed = ids(changes, Proposals::lapsed);
            return add(changes)
                    .chain(added -> stand(again, Standing.PROPOSED)
                            .chain(() -> stand(lapsed, Standing.LAPSED))
                            .replaceWith(new Outcome(added + again.size(), lapsed.size())));
        });
    }

    /** All that were ever found in the series of a page. */
    private Uni<Map<Subject, List<Correction>>> known(List<Found> page) {
        return connection
                .preparedQuery("""
                        select c.* from correction_now c
                        join unnest($1::text[], $2::text[], $3::text[]) as s(part, site, calendar) using (part, site, calendar)
                        """)
                .execute(subjects(
                        Tuple.tuple(), page.stream().map(Found::subject).toList()))
                .map(rows -> SqlRows.list(rows).stream()
                        .map(DbCorrectionStore::correction)
                        .collect(Collectors.groupingBy(Correction::subject)));
    }

    private Uni<Long> add(Map<Subject, Proposals> changes) {
        List<Subject> subjects = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        changes.forEach((subject, change) -> change.added().forEach(finding -> {
            subjects.add(subject);
            findings.add(finding);
        }));
        Tuple arguments = subjects(Tuple.tuple(), subjects)
                .addValue(findings.stream().map(Finding::bucket).toArray(LocalDate[]::new))
                .addValue(findings.stream().map(f -> f.method().name()).toArray(String[]::new))
                .addValue(findings.stream().map(Finding::original).toArray(Long[]::new))
                .addValue(findings.stream().map(Finding::corrected).toArray(Long[]::new))
                .addValue(findings.stream()
                        .map(f -> CauseJson.of(f.cause()).encode())
                        .toArray(String[]::new));
        return connection.preparedQuery(ADD).execute(arguments).map(rows -> (long) rows.rowCount());
    }

    private List<Long> ids(Map<Subject, Proposals> changes, Function<Proposals, List<Correction>> which) {
        return changes.values().stream()
                .flatMap(change -> which.apply(change).stream())
                .map(Correction::id)
                .toList();
    }

    private Uni<Void> stand(List<Long> ids, Standing standing) {
        return connection
                .preparedQuery(STAND)
                .execute(Tuple.of(ids.toArray(Long[]::new), standing.name(), by))
                .replaceWithVoid();
    }

    private Tuple subjects(Tuple arguments, List<Subject> subjects) {
        return arguments
                .addValue(subjects.stream().map(s -> s.key().part().value()).toArray(String[]::new))
                .addValue(subjects.stream().map(s -> s.key().site().value()).toArray(String[]::new))
                .addValue(subjects.stream().map(s -> s.calendar().name()).toArray(String[]::new));
    }
}
