package broken.room;

import broken.one.usecase.Waiting;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import org.assertj.core.api.Assertions;
import org.tribuo.Tribuo;

/** Breaks every rule of a room; only the floor plan's own tests look at it. */
class Leaky {

    Object library = Assertions.class;
    Object useCase = Waiting.class;
    Object tribuo = Tribuo.class;
    Uni<String> waiting = Uni.createFrom().nothing();
    LocalDate today = LocalDate.now();
}
