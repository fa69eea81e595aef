package takt.kit.error;

import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;

/** Tells a database or network that is away from a mistake of ours. */
public final class Outage {

    private static final String UNWRITABLE = "22021";

    private Outage() {}

    public static boolean isOne(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof io.smallrye.mutiny.TimeoutException
                    || cause instanceof io.vertx.core.impl.NoStackTraceThrowable
                    || cause instanceof io.vertx.sqlclient.ClosedConnectionException
                    || cause instanceof PgException pg && isAway(pg.getSqlState())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the database refused a text for what stands in it: U+0000, the one character that it does not know. */
    static boolean isUnwritable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException pg && UNWRITABLE.equals(pg.getSqlState())
                    || cause instanceof SQLException sql && UNWRITABLE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Connection exceptions and operator interventions such as a shutdown. */
    private static boolean isAway(String sqlState) {
        return sqlState.startsWith("08") || sqlState.startsWith("57P");
    }
}
