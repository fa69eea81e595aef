package takt.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import db.migration.ImportReports;
import io.vertx.core.json.JsonObject;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.tribuo.protos.core.ModelProto;
import takt.engine.model.LevelCause;
import takt.engine.model.Regression;
import takt.engine.model.SeriesContext;
import takt.engine.selection.ChoiceCause;
import takt.engine.series.DemandSeries;
import takt.engine.series.SeriesKey;
import takt.engine.tribuo.RegressionTrainer;
import takt.engine.tribuo.Regressions;
import takt.engine.tribuo.TrainingIdentity;
import takt.forecast.cleanse.CorrectionCause;
import takt.forecast.cleanse.Method;
import takt.forecast.version.LineCause;
import takt.kernel.BucketCalendar;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;
import takt.kit.db.CauseJson;
import takt.proto.type.v1.ImportReport;
import takt.proto.type.v1.Rejection;

/** What an older version stored can be used after the upgrade. */
class OldStateTest {

    private static Regressions boosted() {
        Random random = new Random(3);
        List<SeriesContext> parts = new ArrayList<>();
        for (int p = 0; p < 20; p++) {
            parts.add(new SeriesContext(
                    new DemandSeries(
                            new SeriesKey(new PartNumber("P" + p), new SiteId("BPNS00000000OEM1")),
                            BucketCalendar.MONTH,
                            LocalDate.of(1998, 1, 1),
                            random.doubles(40, 0, 50).toArray()),
                    Optional.empty()));
        }
        TrainingIdentity identity = new TrainingIdentity(
                "run", "ab".repeat(32), 42, "build", OffsetDateTime.of(2001, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
        RegressionTrainer trainer = new RegressionTrainer(identity, 12, parts.size(), Set.of(Regression.BOOSTED));
        trainer.hear(parts);
        return trainer.train();
    }

    /** The only model's bytes, without its name, as they were stored when there was one regression. */
    private static byte[] bare(Regressions one) throws IOException {
        var in = new java.io.ByteArrayInputStream(one.toBytes());
        com.google.protobuf.StringValue.parseDelimitedFrom(in);
        return ModelProto.parseDelimitedFrom(in).toByteArray();
    }

    private static void migrate(EmbeddedPostgres postgres, String version) {
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .javaMigrations(new ImportReports())
                .target(version)
                .load()
                .migrate();
    }

    @Test
    void theOneRegressionOfAnOlderVersionIsReadAsTheFirstOfSeveral() throws IOException, SQLException {
        Regressions before = boosted();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            migrate(postgres, "3");
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("alter table training_shard drop constraint training_shard_run_id_fkey");
                try (PreparedStatement insert = connection.prepareStatement(
                        "insert into training_shard values (gen_random_uuid(), 'MONTH', 'REGRESSION', ?, ?, now())")) {
                    insert.setInt(1, 0);
                    insert.setBytes(2, bare(before));
                    insert.execute();
                    insert.setInt(1, 1);
                    insert.setBytes(2, new byte[0]); // too few rows
                    insert.execute();
                }
                migrate(postgres, "4");
                try (ResultSet rows = statement.executeQuery("select result from training_shard order by shard")) {
                    rows.next();
                    Regressions after = Regressions.fromBytes(rows.getBytes(1));
                    assertThat(after.kinds()).containsExactly(Regression.BOOSTED);
                    assertThat(after.different(before)).isEmpty();
                    rows.next();
                    assertThat(Regressions.fromBytes(rows.getBytes(1)).kinds()).isEmpty();
                }
            }
        }
    }

    @Test
    void reportsOfImportsAreReadOnceAndWhatCameFromOurselvesIsTold() throws IOException, SQLException {
        ImportReport report = ImportReport.newBuilder()
                .setAccepted(412)
                .setUnchanged(7)
                .setRejected(1)
                .addRejections(Rejection.newBuilder()
                        .setLine(13)
                        .setColumn("demand")
                        .setValue("-412")
                        .setReason("NEGATIVE_QUANTITY")
                        .setHelp("It is below zero."))
                .build();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            migrate(postgres, "15");
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                sent(connection, "DEMAND", "w31.csv", report, true);
                sent(connection, "DEMAND", "quarantine", report, true); // somebody's own name for a file
                sent(connection, "DEMAND", "quarantine", report, false);
                sent(connection, "CROSS_REFERENCES", "saved rule", report, true);
                migrate(postgres, "16");
                List<String> rows = new ArrayList<>();
                try (ResultSet found = statement.executeQuery(
                        "select origin, source, accepted, unchanged, rejected, rejections from import_run order by finished_at")) {
                    while (found.next()) {
                        rows.add("%s %s %d+%d+%d"
                                .formatted(
                                        found.getString(1),
                                        found.getString(2),
                                        found.getLong(3),
                                        found.getLong(4),
                                        found.getLong(5)));
                        assertThat(found.getString(6)).contains("\"line\":13", "NEGATIVE_QUANTITY", "-412");
                    }
                }
                assertThat(rows)
                        .containsExactly(
                                "SENT w31.csv 412+7+1",
                                "SENT quarantine 412+7+1",
                                "REPLAYED quarantine 412+7+1",
                                "RULED saved rule 412+7+1");
            }
        }
    }

    private static void sent(Connection connection, String kind, String source, ImportReport report, boolean isRequest)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into import_run (id, request_id, kind, source, imported_by, finished_at, report) values (?, ?, ?, ?, 'olga', clock_timestamp(), ?)")) {
            UUID id = UUID.randomUUID();
            insert.setObject(1, id);
            insert.setObject(2, isRequest ? UUID.randomUUID() : id);
            insert.setString(3, kind);
            insert.setString(4, source);
            insert.setBytes(5, report.toByteArray());
            insert.execute();
        }
    }

    @Test
    void aVersionOfAnOlderBuildKeepsItsNineLevels() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            migrate(postgres, "17");
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("alter table forecast_version drop constraint forecast_version_run_id_fkey");
                statement.execute("insert into forecast_version (id, request_id, number, run_id, business_date,"
                        + " created_at, created_by, series, snapshot_hash, seed) values (gen_random_uuid(),"
                        + " gen_random_uuid(), 1, gen_random_uuid(), '2001-04-02', now(), 'olga', 1, 'ab', 42)");
                migrate(postgres, "18");
                try (ResultSet rows = statement.executeQuery("select levels from forecast_version")) {
                    assertThat(rows.next()).isTrue();
                    assertThat((Double[]) rows.getArray(1).getArray())
                            .containsExactly(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);
                }
            }
        }
    }

    @Test
    void aSentenceThatAnOlderBuildKeptIsToldAsItWas() throws IOException, SQLException {
        String why = "nb-ew: champion of lumpy parts, weighted quantile loss 0.912 over 48 held-out buckets.";
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            migrate(postgres, "16");
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("alter table trained_model drop constraint trained_model_run_id_fkey");
                statement.execute(
                        "insert into trained_model (run_id, calendar, ordinal, part, site, model, reason, artifact)"
                                + " values (gen_random_uuid(), 'MONTH', 0, 'A', 'S', 'nb-ew', '" + why + "', '')");
                statement.execute(
                        "insert into correction (part, site, calendar, bucket, method, original, corrected, reason)"
                                + " values ('A', 'S', 'MONTH', '2001-01-01', 'ONE_OFF', 9000, 1000, 'Once, and not again.')");
                statement.execute("alter table forecast_series drop constraint forecast_series_version_id_fkey");
                statement.execute(
                        "insert into forecast_series values (gen_random_uuid(), 0, 'A', 'S', 'MONTH', 'SERIES', 'H87',"
                                + " '2001-04-01', '{1}', '{1}', 'nb-ew', '" + why
                                + "', '{}', 'Mean demand 1.00 a bucket.')");
                statement.execute("alter table forecast_group drop constraint forecast_group_version_id_fkey");
                statement.execute(
                        "insert into forecast_group values (gen_random_uuid(), 0, 'ALL', '', 'MONTH', 'H87', 1,"
                                + " '2001-04-01', '{1}', '{1}', 'nb-ew', '" + why + "')");
                statement.execute("insert into quality_card values (now(), now(), 'FEED', 'demand', 100, '[]')");
                migrate(postgres, "17");
                try (ResultSet rows = statement.executeQuery("select s.reason, s.explanation, g.reason, q.scope"
                        + " from forecast_series s, forecast_group g, quality_card q")) {
                    assertThat(rows.next()).isTrue();
                    assertThat(CauseJson.parts(new JsonObject(rows.getString(1)))
                                    .as(ChoiceCause.class))
                            .isEqualTo(new ChoiceCause.Told(why));
                    JsonObject explanation = new JsonObject(rows.getString(2));
                    assertThat(CauseJson.those(LevelCause.class, explanation))
                            .containsExactly(new LevelCause.Told("Mean demand 1.00 a bucket."));
                    assertThat(CauseJson.those(LineCause.class, explanation)).isEmpty();
                    assertThat(CauseJson.parts(new JsonObject(rows.getString(3)))
                                    .as(ChoiceCause.class))
                            .isEqualTo(new ChoiceCause.Told(why));
                    assertThat(rows.getString(4)).isEqualTo("KIND");
                }
                try (ResultSet rows = statement.executeQuery(
                        "select m.reason, c.reason from trained_model m, correction_now c where c.standing = 'PROPOSED'")) {
                    assertThat(rows.next()).isTrue();
                    assertThat(CauseJson.parts(new JsonObject(rows.getString(1)))
                                    .as(ChoiceCause.class))
                            .isEqualTo(new ChoiceCause.Told(why));
                    assertThat(CauseJson.parts(new JsonObject(rows.getString(2)))
                                    .as(CorrectionCause.class))
                            .isEqualTo(new CorrectionCause.Told("Once, and not again.", Method.ONE_OFF));
                }
            }
        }
    }
}
