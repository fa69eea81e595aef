package takt.capacity.commitment;

/** One answer of a request as it was read. */
public sealed interface Reading permits Answer, Reading.Unreadable {

    /** It makes no sense by itself; {@code code} is the reason, {@code message} says what may help. */
    record Unreadable(String code, String message) implements Reading {}
}
