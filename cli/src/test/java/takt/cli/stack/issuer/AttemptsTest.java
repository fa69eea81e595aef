package takt.cli.stack.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import takt.cli.MovingClock;

/** Somebody who guesses gets a guess a second; whoever knows the password waits a little at most. */
class AttemptsTest {

    private final List<String> log = new ArrayList<>();
    private final MovingClock clock = new MovingClock("2026-11-25T10:00:00Z");
    private final Attempts attempts = new Attempts(clock, log::add);

    private void guess(int times, String address, String name) {
        for (int i = 0; i < times; i++) {
            attempts.failed(address, name);
        }
    }

    @Test
    void fiveWrongPasswordsAreLookedAtAtOnceTheSixthHasToWaitForTheOneBefore() {
        guess(4, "10.0.0.1", "planner");
        assertThat(attempts.turn("10.0.0.1", "planner").pause()).isZero();
        guess(1, "10.0.0.1", "planner");
        assertThat(attempts.turn("10.0.0.1", "planner").pause()).isZero();
        assertThat(attempts.turn("10.0.0.1", "planner").pause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(attempts.turn("10.0.0.1", "planner").pause()).isEqualTo(Duration.ofSeconds(2));
        assertThat(log)
                .containsExactly(
                        "5 wrong passwords in a row: address 10.0.0.1; the next ones are slowed down",
                        "5 wrong passwords in a row: name planner; the next ones are slowed down");
    }

    @Test
    void whoComesWhenEightWaitIsSentAwayForAsLongAsTheyNeed() {
        guess(5, "10.0.0.1", "planner");
        for (int i = 0; i <= 8; i++) {
            assertThat(attempts.turn("10.0.0.1", "planner").isRefused()).isFalse();
        }
        Attempts.Turn turn = attempts.turn("10.0.0.1", "planner");
        assertThat(turn.isRefused()).isTrue();
        assertThat(turn.pause()).isEqualTo(Duration.ofSeconds(9));
        clock.pass(Duration.ofSeconds(9));
        assertThat(attempts.turn("10.0.0.1", "planner")).isEqualTo(new Attempts.Turn(false, Duration.ZERO));
    }

    @Test
    void oneAddressThatTriesManyNamesAndManyAddressesThatTryOneAreSlowedBoth() {
        for (int i = 0; i < 5; i++) {
            attempts.failed("10.0.0.1", "name" + i);
            attempts.failed("10.0.1." + i, "planner");
        }
        attempts.turn("10.0.0.1", "another");
        assertThat(attempts.turn("10.0.0.1", "yet-another").pause()).isPositive();
        attempts.turn("10.0.2.1", "planner");
        assertThat(attempts.turn("10.0.2.2", "planner").pause()).isPositive();
        assertThat(attempts.turn("10.0.2.2", "operator").pause()).isZero();
    }

    @Test
    void theRightPasswordForgetsTheNamesFailuresAndFiveMinutesForgetAll() {
        guess(5, "10.0.0.1", "planner");
        attempts.succeeded("planner");
        attempts.turn("10.0.0.2", "planner");
        assertThat(attempts.turn("10.0.0.2", "planner").pause()).isZero();
        guess(5, "10.0.0.1", "planner");
        clock.pass(Duration.ofMinutes(5));
        attempts.turn("10.0.0.1", "planner");
        assertThat(attempts.turn("10.0.0.1", "planner").pause()).isZero();
    }
}
