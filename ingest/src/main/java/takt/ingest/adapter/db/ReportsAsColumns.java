package takt.ingest.adapter.db;

import com.google.protobuf.InvalidProtocolBufferException;
import io.vertx.core.json.JsonArray;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import takt.ingest.row.Rejection;
import takt.proto.type.v1.ImportReport;

/**
 * Reports of imports were kept as the bytes of a message: nobody but a program could read them. From here on they are
 * columns, with where an import comes from beside them; what was kept before is read once. Each service that imports has
 * this migration under a number of its own.
 */
public abstract class ReportsAsColumns implements JavaMigration {

    private static final int FETCHED = 200;

    private final String number;

    protected ReportsAsColumns(String number) {
        this.number = number;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(number);
    }

    @Override
    public String getDescription() {
        return "reports as columns";
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
                    alter table import_run
                        add column origin text not null default 'SENT',
                        add column accepted bigint not null default 0,
                        add column unchanged bigint not null default 0,
                        add column rejected bigint not null default 0,
                        add column rejections text not null default '[]'""");
            // until now only the source told them from what was sent
            statement.execute("""
                    update import_run set origin = case source when 'quarantine' then 'REPLAYED'
                        when 'accepted suggestion' then 'ACCEPTED' else 'RULED' end
                    where source in ('quarantine', 'accepted suggestion', 'saved rule') and request_id = id
                        or source in ('accepted suggestion', 'saved rule') and kind = 'CROSS_REFERENCES'""");
            statement.setFetchSize(FETCHED); // reports may be many and long
            copy(connection, statement);
            statement.execute("alter table import_run drop column report");
            for (String column : new String[] {"origin", "accepted", "unchanged", "rejected", "rejections"}) {
                statement.execute("alter table import_run alter column " + column + " drop default");
            }
        }
    }

    private static void copy(Connection connection, Statement statement)
            throws SQLException, InvalidProtocolBufferException {
        try (ResultSet rows = statement.executeQuery("select id, report from import_run");
                PreparedStatement update = connection.prepareStatement(
                        "update import_run set accepted = ?, unchanged = ?, rejected = ?, rejections = ? where id = ?")) {
            while (rows.next()) {
                ImportReport report = ImportReport.parseFrom(rows.getBytes(2));
                JsonArray rejections = new JsonArray();
                report.getRejectionsList()
                        .forEach(r -> rejections.add(DbImportLog.json(
                                new Rejection(r.getLine(), r.getColumn(), r.getValue(), r.getReason(), r.getHelp()))));
                update.setLong(1, report.getAccepted());
                update.setLong(2, report.getUnchanged());
                update.setLong(3, report.getRejected());
                update.setString(4, rejections.encode());
                update.setObject(5, rows.getObject(1));
                update.executeUpdate();
            }
        }
    }
}
