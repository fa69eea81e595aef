package takt.kit.server;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Whether the service is about to stop: calls under way may finish, streams that would never end do now. */
@ApplicationScoped
public class Closing {

    private volatile boolean hasBegun;

    void onDelay(@Observes ShutdownDelayInitiatedEvent event) {
        hasBegun = true;
    }

    public boolean hasBegun() {
        return hasBegun;
    }
}
