import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * What PostgreSQL itself needs for the same rows: COPY in one transaction into a table like `demand`, with its key.
 * Arguments: port, file with the password, CSV `part,site,month,demand`.
 */
public final class PlainCopy {

    public static void main(String[] args) throws Exception {
        String url = "jdbc:postgresql://127.0.0.1:" + args[0] + "/takt?reWriteBatchedInserts=true";
        try (Connection connection = DriverManager.getConnection(url, "postgres", Files.readString(Path.of(args[1])).strip())) {
            connection.createStatement().execute("drop table if exists plain_copy");
            connection.createStatement().execute("create table plain_copy (like forecast.demand including all)");
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(
                    "copy plain_copy (part, site, calendar, bucket, quantity, revision, import_id) from stdin (format csv)");
            long rows = 0;
            try (BufferedReader reader = Files.newBufferedReader(Path.of(args[2]))) {
                reader.readLine();
                StringBuilder block = new StringBuilder();
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    String[] c = line.split(",");
                    block.append(c[0]).append(',').append(c[1]).append(",MONTH,").append(c[2]).append("-01,")
                            .append(c[3]).append("000,1,00000000-0000-0000-0000-000000000000\n");
                    if (++rows % 1000 == 0) {
                        byte[] bytes = block.toString().getBytes();
                        copy.writeToCopy(bytes, 0, bytes.length);
                        block.setLength(0);
                    }
                }
                byte[] bytes = block.toString().getBytes();
                copy.writeToCopy(bytes, 0, bytes.length);
            }
            copy.endCopy();
            connection.commit();
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("%,d rows by COPY: %.1f s, %,.0f rows/s%n", rows, seconds, rows / seconds);
            connection.createStatement().execute("drop table plain_copy");
            connection.commit();
        }
    }
}
