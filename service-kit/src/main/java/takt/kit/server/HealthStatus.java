package takt.kit.server;

import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Supplier;

/** Tells anybody whether the service is well, and nothing of what that rests on. */
@ApplicationScoped
class HealthStatus {

    private final SmallRyeHealthReporter reporter;

    HealthStatus(SmallRyeHealthReporter reporter) {
        this.reporter = reporter;
    }

    void routes(@Observes Router router) {
        router.get("/q/health").handler(tell(reporter::getHealthAsync));
        router.get("/q/health/live").handler(tell(reporter::getLivenessAsync));
        router.get("/q/health/ready").handler(tell(reporter::getReadinessAsync));
        router.get("/q/health/started").handler(tell(reporter::getStartupAsync));
    }

    private static io.vertx.core.Handler<RoutingContext> tell(Supplier<Uni<? extends SmallRyeHealth>> health) {
        return call -> Uni.createFrom()
                .deferred(health)
                .subscribe()
                .with(found -> answer(call, !found.isDown()), failure -> answer(call, false));
    }

    private static void answer(RoutingContext call, boolean isUp) {
        call.response()
                .setStatusCode(isUp ? 200 : 503)
                .putHeader("Content-Type", "application/json")
                .end(isUp ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}");
    }
}
