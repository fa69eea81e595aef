package db.migration;

import com.google.protobuf.InvalidProtocolBufferException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import takt.capacity.commitment.Submission.Outcome;
import takt.capacity.commitment.Submission.Refusal;
import takt.proto.capacity.v1.SubmitCommitmentsResponse;

/**
 * Outcomes of requests were kept as each door encoded them, gRPC as a message and REST as JSON: from here on they are values,
 * and a request is the same by whatever way it comes. What was kept before is read once.
 */
public final class SubmissionOutcomes implements JavaMigration {

    private static final int FETCHED = 200;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("6");
    }

    @Override
    public String getDescription() {
        return "submission outcomes";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException, InvalidProtocolBufferException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    alter table submission
                        add column accepted int not null default 0,
                        add column unchanged int not null default 0,
                        add column refused_indexes int[] not null default '{}',
                        add column refused_codes text[] not null default '{}',
                        add column refused_messages text[] not null default '{}'""");
            statement.setFetchSize(FETCHED); // a request may hold thousands of answers
            copy(connection, statement);
            statement.execute("alter table submission drop column response");
        }
    }

    private static void copy(Connection connection, Statement statement)
            throws SQLException, InvalidProtocolBufferException {
        try (ResultSet rows = statement.executeQuery("select request_id, supplier, response from submission");
                PreparedStatement update = connection.prepareStatement(
                        "update submission set accepted = ?, unchanged = ?, refused_indexes = ?, refused_codes = ?, refused_messages = ? where request_id = ? and supplier = ?")) {
            while (rows.next()) {
                Outcome outcome = read(rows.getBytes(3));
                List<Refusal> refusals = outcome.refusals();
                update.setInt(1, outcome.accepted());
                update.setInt(2, outcome.unchanged());
                update.setArray(
                        3,
                        connection.createArrayOf(
                                "int4", refusals.stream().map(Refusal::index).toArray()));
                update.setArray(
                        4,
                        connection.createArrayOf(
                                "text", refusals.stream().map(Refusal::code).toArray()));
                update.setArray(
                        5,
                        connection.createArrayOf(
                                "text", refusals.stream().map(Refusal::message).toArray()));
                update.setObject(6, rows.getObject(1));
                update.setString(7, rows.getString(2));
                update.executeUpdate();
            }
        }
    }

    private static Outcome read(byte[] stored) throws InvalidProtocolBufferException {
        if (stored.length > 0 && stored[0] == '{') {
            JsonObject json = new JsonObject(Buffer.buffer(stored));
            JsonArray refusals = json.getJsonArray("refusals");
            return new Outcome(
                    json.getInteger("accepted"),
                    json.getInteger("unchanged"),
                    IntStream.range(0, refusals.size())
                            .mapToObj(refusals::getJsonObject)
                            .map(r -> new Refusal(r.getInteger("index"), r.getString("reason"), r.getString("message")))
                            .toList());
        }
        SubmitCommitmentsResponse message = SubmitCommitmentsResponse.parseFrom(stored);
        return new Outcome(
                message.getAccepted(),
                message.getUnchanged(),
                message.getRefusalsList().stream()
                        .map(r -> new Refusal(r.getIndex(), r.getReason(), r.getMessage()))
                        .toList());
    }
}
