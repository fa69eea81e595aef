package takt.cli.service;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import takt.cli.term.UserError;

/**
 * Waits for work that goes on in a service while the service, a proxy or the connection comes and goes. It ends when
 * nothing was heard for too long, not after a fixed time.
 */
public final class Patience {

    /** The connection or the service went away; what it worked on did not. */
    private static final Set<Status.Code> PASSING =
            EnumSet.of(Status.Code.UNAVAILABLE, Status.Code.CANCELLED, Status.Code.UNKNOWN, Status.Code.INTERNAL);

    private static final long SHORTEST_PAUSE = 200;
    private static final long LONGEST_PAUSE = 5_000;

    private final Duration silence;
    private final String what;
    private long heardAt = System.nanoTime();
    private long pause = SHORTEST_PAUSE;

    /**
     * @param silence after which it is given up
     * @param what is waited for, for people
     */
    public Patience(Duration silence, String what) {
        this.silence = silence;
        this.what = what;
    }

    /** Something came. */
    public void heard() {
        heardAt = System.nanoTime();
        pause = SHORTEST_PAUSE;
    }

    /** Whether a failure may pass by itself. */
    static boolean mayPass(StatusRuntimeException failure) {
        return PASSING.contains(failure.getStatus().getCode())
                        && io.grpc.protobuf.StatusProto.fromThrowable(failure) == null
                || failure.getStatus().getCode() == Status.Code.UNAVAILABLE;
    }

    /** Pauses before it is asked again; fails with what was said last when nothing was heard for too long. */
    public void pause(StatusRuntimeException failure) {
        if (!mayPass(failure)) {
            throw failure;
        }
        pause(String.valueOf(failure.getStatus().getDescription()));
    }

    /** Pauses before it is asked again, for longer each time. */
    public void pause(String lastWord) {
        if (System.nanoTime() - heardAt > silence.toNanos()) {
            throw new UserError(
                    "%s: nothing was heard for %d seconds (%s).%nMaybe look at `./takt status` and `./takt logs`; what was begun goes on without this command."
                            .formatted(what, silence.toSeconds(), lastWord));
        }
        try {
            Thread.sleep(pause / 2 + ThreadLocalRandom.current().nextLong(pause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted.");
        }
        pause = Math.min(LONGEST_PAUSE, 2 * pause);
    }
}
