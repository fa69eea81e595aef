package takt.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What is set up in a new server, and held against an old one. */
final class PostgresSetup {

    private static final String HBA = """
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final int port;
    private final String superuserPassword;

    PostgresSetup(int port, String superuserPassword) {
        this.port = port;
        this.superuserPassword = superuserPassword;
    }

    /** Each step may be repeated, and the database comes last: while it is missing, all of them are done again. */
    void initialise(Path data, String password) throws SQLException, IOException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password '%s'".formatted(superuserPassword));
            statement.execute("drop role if exists takt");
            statement.execute("create role takt login password '%s'".formatted(password));
            Files.writeString(data.resolve("pg_hba.conf"), HBA);
            statement.execute("select pg_reload_conf()");
            statement.execute("create database takt owner takt");
        }
    }

    boolean hasDatabase() throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select 1 from pg_database where datname = 'takt'")) {
            return found.next();
        }
    }

    /** A database that forgets at a power cut must not pass for one that does not. */
    void requireDurable() throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "synchronous_commit")) {
                try (ResultSet value = statement.executeQuery("show " + setting)) {
                    value.next();
                    if (!value.getString(1).equals("on")) {
                        throw new IllegalStateException("%s is %s".formatted(setting, value.getString(1)));
                    }
                }
            }
        }
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), "postgres", superuserPassword);
    }
}
