package takt.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import takt.cli.MovingClock;
import takt.cli.term.UserError;

/** What dies is started again, not in a frenzy, and it is said. */
class KeeperTest {

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock("2026-11-27T06:00:00Z");
    private final StringWriter words = new StringWriter();
    private final AtomicInteger renewals = new AtomicInteger();
    private final AtomicInteger starts = new AtomicInteger();
    private boolean isUp = true;
    private boolean canStart = true;
    private Restarts restarts;
    private Keeper keeper;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(folder.resolve("run"));
        restarts = new Restarts(StackLayout.of(folder, 9700));
        Map<String, Keeper.Part> parts = new LinkedHashMap<>();
        parts.put("broken", new Keeper.Part(() -> isUp, () -> {
            starts.incrementAndGet();
            if (!canStart) {
                throw new UserError("The disk is full.");
            }
            isUp = true;
        }));
        keeper = new Keeper(parts, restarts, renewals::incrementAndGet, clock, new PrintWriter(words));
    }

    private void watch(int seconds) {
        for (int i = 0; i < seconds; i++) {
            clock.pass(Duration.ofSeconds(1));
            keeper.look();
        }
    }

    @Test
    void whatRunsIsLeftAlone() {
        watch(600);
        assertThat(starts).hasValue(0);
        assertThat(restarts.words("broken")).isEmpty();
    }

    @Test
    void whatDiedIsStartedAtTheNextLookAndStatusSaysSo() {
        isUp = false;
        watch(1);
        assertThat(isUp).isTrue();
        assertThat(restarts.words("broken")).isEqualTo(", started again 1 times, last at 2026-11-27T06:00:01Z");
        assertThat(words.toString()).contains("broken had died and is started again");
    }

    /** In seconds 1, 3, 7, 15, 31 and 63, and once a minute after that. */
    @Test
    void whatCannotBeStartedIsTriedLessAndLessOftenAndTheReasonIsSaid() {
        isUp = false;
        canStart = false;
        watch(63);
        assertThat(starts).hasValue(6);
        watch(300);
        assertThat(starts).hasValue(11);
        assertThat(restarts.words("broken")).isEqualTo(", cannot be started: The disk is full.");
        canStart = true;
        watch(60);
        assertThat(isUp).isTrue();
        assertThat(restarts.words("broken")).startsWith(", started again 1 times");
    }

    @Test
    void theTokenOfTheServicesIsRenewedLongBeforeItEnds() {
        watch((int) Duration.ofHours(4).toSeconds());
        assertThat(renewals.get()).isBetween(7, 8);
    }
}
