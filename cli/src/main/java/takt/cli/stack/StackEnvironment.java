package takt.cli.stack;

import java.util.Map;
import java.util.TreeMap;

/** What every service is told. */
final class StackEnvironment {

    private StackEnvironment() {}

    static Map<String, String> of(StackLayout layout, Postgres postgres, String businessDate) {
        Map<String, String> environment = new TreeMap<>(Map.of(
                "TAKT_DB", "127.0.0.1:%d/takt".formatted(layout.databasePort()),
                "TAKT_DB_PASSWORD", postgres.password(),
                "TAKT_PUBLIC_KEY", layout.keys().resolve("public.pem").toUri().toString(),
                "TAKT_ISSUER_URL", "http://127.0.0.1:" + layout.issuerPort(),
                "TAKT_SERVICE_TOKEN_FILE", layout.keys().resolve("service.jwt").toString(),
                "TAKT_UI_PORT", String.valueOf(layout.port("planner-ui")),
                "TAKT_FORECAST_PORT", String.valueOf(layout.port("forecast-service")),
                "TAKT_SHARING_PORT", String.valueOf(layout.port("sharing-service")),
                "TAKT_CAPACITY_PORT", String.valueOf(layout.port("capacity-service"))));
        if (!businessDate.isEmpty()) {
            environment.put("TAKT_BUSINESS_DATE", businessDate);
        }
        return environment;
    }
}
