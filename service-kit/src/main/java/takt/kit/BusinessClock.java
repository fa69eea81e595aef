package takt.kit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import takt.kernel.Week;

/**
 * Two clocks: the business date, on which weeks, zones and answer times rest (configured as
 * {@code takt.business-date}, otherwise today), and the instant at which something was written.
 */
@ApplicationScoped
public class BusinessClock {

    private final Optional<LocalDate> configured;
    private final Clock clock = Clock.systemUTC();

    BusinessClock(@ConfigProperty(name = "takt.business-date") Optional<LocalDate> configured) {
        this.configured = configured;
    }

    public LocalDate today() {
        return configured.orElseGet(() -> LocalDate.now(clock));
    }

    public Week week() {
        return Week.of(today());
    }

    public Instant now() {
        return clock.instant();
    }
}
