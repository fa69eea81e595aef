package takt.forecast.adapter.db.training;

import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import takt.engine.features.InheritedUsage;
import takt.engine.features.ProgrammeBook;
import takt.engine.features.UsageLink;
import takt.engine.series.Succession;
import takt.engine.series.Succession.Link;
import takt.forecast.adapter.db.data.DbCorrectionStore;
import takt.forecast.adapter.db.data.DbObservedDemand;
import takt.forecast.adapter.db.data.DbParts;
import takt.forecast.cleanse.Correction;
import takt.forecast.cleanse.Corrections;
import takt.forecast.cleanse.Finding;
import takt.forecast.master.PartFacts;
import takt.forecast.master.PlantWeeks;
import takt.forecast.snapshot.FixedFacts;
import takt.kernel.BucketCalendar;
import takt.proto.cause.CauseWords;

/** Builds the facts beside the demand from rows in key order and hashes them on the way. */
final class FixedFactsBuilder {

    private final MessageDigest digest = sha256();
    private final Map<String, PartFacts> parts = new HashMap<>();
    private final Map<String, List<UsageLink>> usage = new HashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Correction> corrections = new ArrayList<>();
    private final Map<String, PlantWeeks> plants = new HashMap<>();
    private final Map<BucketCalendar, ProgrammeBook> programmes = new EnumMap<>(BucketCalendar.class);

    void part(PartFacts part) {
        hash(part);
        parts.put(part.part(), part);
    }

    void usage(Row row) {
        UsageLink link = new UsageLink(
                row.getString("line"),
                row.getBigDecimal("quantity").doubleValue(),
                row.getLocalDate("valid_from"),
                row.getLocalDate("valid_to"));
        hash(row.getString("part"), link);
        usage.computeIfAbsent(row.getString("part"), p -> new ArrayList<>()).add(link);
    }

    /** All of them are heard before the first volume. */
    void succession(Row row) {
        if (!row.getString("predecessor").isEmpty()) {
            Link link = DbParts.link(row);
            hash(link);
            links.add(link);
        }
    }

    void planned(Row row) {
        hash(row.getString(0), row.getString(1), row.getLocalDate(2), row.getLocalDate(3), row.getLong(4));
        programme(row.getString(1))
                .plan(row.getString(0), row.getLocalDate(2), row.getLocalDate(3), row.getLong(4) / 1000.0);
    }

    void built(Row row) {
        hash(row.getString(0), row.getString(1), row.getLocalDate(2), row.getLong(3));
        programme(row.getString(1)).build(row.getString(0), row.getLocalDate(2), row.getLong(3) / 1000.0);
    }

    void correction(Row row) {
        Correction correction = DbCorrectionStore.correction(row);
        hash(asEver(correction));
        corrections.add(correction);
    }

    /** As the first builds wrote it, so that a snapshot keeps its hash. */
    private static String asEver(Correction correction) {
        Finding finding = correction.finding();
        return "Correction[id=%d, subject=%s, finding=Finding[bucket=%s, method=%s, original=%d, corrected=%d, reason=%s], standing=%s]"
                .formatted(
                        correction.id(),
                        correction.subject(),
                        finding.bucket(),
                        finding.method(),
                        finding.original(),
                        finding.corrected(),
                        CauseWords.of(finding.cause()),
                        correction.standing());
    }

    /** A row of site, week and working days. */
    void plantWeek(Row row) {
        hash(row.getString(0), row.getLocalDate(1), row.getInteger(2));
        DbObservedDemand.add(plants, row);
    }

    FixedFacts build() {
        return new FixedFacts(
                programmes,
                parts,
                Succession.of(links),
                new Corrections(corrections),
                plants,
                HexFormat.of().formatHex(digest.digest()));
    }

    private ProgrammeBook programme(String calendar) {
        return programmes.computeIfAbsent(
                BucketCalendar.valueOf(calendar),
                c -> new ProgrammeBook(c, InheritedUsage.of(usage, Succession.of(links))));
    }

    private void hash(Object... cells) {
        for (Object cell : cells) {
            digest.update(cell.toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
