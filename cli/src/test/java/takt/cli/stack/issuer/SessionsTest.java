package takt.cli.stack.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import takt.cli.MovingClock;
import takt.cli.stack.Login;

/** A session lasts a day's work, ends when somebody leaves, and its tokens live for minutes. */
class SessionsTest {

    private static final Login PLANNER = new Login("planner", "planner", "BPNL00000000OEM0", "");

    private final MovingClock clock = new MovingClock("2026-11-27T06:00:00Z");
    private final AtomicInteger signed = new AtomicInteger();
    private final Sessions sessions = new Sessions(login -> login.name() + signed.incrementAndGet(), clock);

    @Test
    void eachTokenIsMadeAnew() {
        String id = sessions.open(PLANNER);
        assertThat(id).matches("[A-Za-z0-9_-]{43}");
        assertThat(sessions.token(id)).contains("planner1");
        assertThat(sessions.token(id)).contains("planner2");
    }

    @Test
    void whoLogsOutIsOutAndSoIsEachCopyOfHisId() {
        String id = sessions.open(PLANNER);
        String other = sessions.open(PLANNER);
        sessions.close(id);
        assertThat(sessions.token(id)).isEmpty();
        assertThat(sessions.token(other)).isPresent();
    }

    @Test
    void aSessionEndsAfterFourIdleHoursAndAfterTwelveInAnyCase() {
        String idle = sessions.open(PLANNER);
        String busy = sessions.open(PLANNER);
        for (int hour = 1; hour < 12; hour++) {
            clock.pass(Duration.ofHours(1));
            assertThat(sessions.token(busy)).isPresent();
        }
        assertThat(sessions.token(idle)).isEmpty();
        clock.pass(Duration.ofHours(1));
        assertThat(sessions.token(busy)).isEmpty();
    }

    @Test
    void anIdThatWasNeverGivenOpensNothing() {
        sessions.open(PLANNER);
        assertThat(sessions.token("")).isEmpty();
        assertThat(sessions.token("planner")).isEmpty();
    }
}
