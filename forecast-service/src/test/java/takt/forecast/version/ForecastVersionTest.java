package takt.forecast.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import takt.forecast.version.ForecastVersion.Draft;
import takt.forecast.version.ForecastVersion.Release;
import takt.forecast.version.ForecastVersion.Released;

class ForecastVersionTest {

    private static VersionFacts facts(int number) {
        return new VersionFacts(
                new UUID(0, number),
                number,
                new UUID(1, 1),
                LocalDate.of(2001, 4, 2),
                Instant.EPOCH,
                "planner",
                1,
                new double[] {0.1, 0.5, 0.9},
                "ab",
                42,
                java.util.List.of());
    }

    @Test
    void theFirstReleaseReplacesNothing() {
        Release release = new Draft(facts(1)).release(Optional.empty(), Instant.EPOCH, "planner");
        assertThat(release.predecessor()).isEmpty();
    }

    @Test
    void theSecondReleaseNamesTheFirst() {
        Release first = new Draft(facts(1)).release(Optional.empty(), Instant.EPOCH, "planner");
        Release second =
                new Draft(facts(2)).release(Optional.of(new Released(facts(1), first)), Instant.EPOCH, "planner");
        assertThat(second.version()).isEqualTo(new UUID(0, 2));
        assertThat(second.predecessor()).contains(new UUID(0, 1));
    }
}
