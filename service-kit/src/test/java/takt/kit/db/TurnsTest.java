package takt.kit.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import takt.kit.error.TaktException;

/** One after the other for a key, and nobody waits for another key. */
class TurnsTest {

    private final Turns turns = new Turns();
    private final List<UniEmitter<? super String>> begun = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final List<Throwable> failed = new ArrayList<>();

    private Cancellable ask(String key) {
        return turns.take(key, () -> Uni.createFrom().<String>emitter(begun::add))
                .subscribe()
                .with(done::add, failed::add);
    }

    @Test
    void theSecondBeginsWhenTheFirstIsDoneAndAnotherKeyAtOnce() {
        ask("A");
        ask("A");
        ask("B");
        assertThat(begun).hasSize(2);
        begun.get(0).complete("first");
        assertThat(begun).hasSize(3);
        begun.get(2).complete("second");
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void aFailureAndACancelGiveTheTurnOn() {
        ask("A");
        Cancellable waiting = ask("A");
        ask("A");
        waiting.cancel();
        begun.get(0).fail(new IllegalStateException("broken"));
        assertThat(failed).hasSize(1);
        assertThat(begun).hasSize(2);
        ask("A").cancel();
        begun.get(1).complete("third");
        assertThat(done).containsExactly("third");
        Cancellable running = ask("A");
        ask("A");
        running.cancel();
        assertThat(begun).hasSize(4);
    }

    @Test
    void whoComesWhenAThousandWaitIsSentAway() {
        for (int i = 0; i < 1_001; i++) {
            ask("A");
        }
        assertThat(failed).hasSize(1);
        assertThat(((TaktException) failed.get(0)).reason()).isEqualTo("TOO_MANY_WAITING");
        begun.get(0).complete("first");
        assertThat(begun).hasSize(2);
    }
}
