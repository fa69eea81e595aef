package takt.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import db.migration.SubmissionOutcomes;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import takt.proto.capacity.v1.AnswerRefusal;
import takt.proto.capacity.v1.SubmitCommitmentsResponse;

/** What an older version stored can be used after the upgrade. */
class OldStateTest {

    private static void migrate(EmbeddedPostgres postgres, String version) {
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .javaMigrations(new SubmissionOutcomes())
                .target(version)
                .load()
                .migrate();
    }

    private static void keep(Connection connection, String supplier, byte[] response) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into submission (request_id, supplier, response) values (?, ?, ?)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, supplier);
            insert.setBytes(3, response);
            insert.execute();
        }
    }

    @Test
    void outcomesOfBothDoorsAreReadAsTheSameValues() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            migrate(postgres, "5");
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                keep(
                        connection,
                        "grpc",
                        SubmitCommitmentsResponse.newBuilder()
                                .setAccepted(3)
                                .setUnchanged(2)
                                .addRefusals(AnswerRefusal.newBuilder()
                                        .setIndex(4)
                                        .setReason("REASON_MISSING")
                                        .setMessage("say why"))
                                .build()
                                .toByteArray());
                keep(
                        connection,
                        "rest",
                        "{\"accepted\":3,\"unchanged\":2,\"refusals\":[{\"index\":4,\"reason\":\"REASON_MISSING\",\"message\":\"say why\"}]}"
                                .getBytes(StandardCharsets.UTF_8));
                keep(connection, "none", new byte[0]);
                migrate(postgres, "6");
                try (ResultSet rows = statement.executeQuery(
                        "select supplier, accepted, unchanged, refused_indexes::text || refused_codes::text || refused_messages::text from submission order by supplier")) {
                    for (String expected : new String[] {
                        "grpc 3 2 {4}{REASON_MISSING}{\"say why\"}",
                        "none 0 0 {}{}{}",
                        "rest 3 2 {4}{REASON_MISSING}{\"say why\"}"
                    }) {
                        rows.next();
                        assertThat("%s %d %d %s"
                                        .formatted(
                                                rows.getString(1), rows.getInt(2), rows.getInt(3), rows.getString(4)))
                                .isEqualTo(expected);
                    }
                }
            }
        }
    }
}
