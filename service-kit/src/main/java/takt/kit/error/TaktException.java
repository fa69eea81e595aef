package takt.kit.error;

import java.util.Map;
import java.util.UUID;

/** An error with a reason code that a caller can act on. The message says what was wrong, with its value. */
public final class TaktException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Category category;
    private final String reason;
    private final transient Map<String, String> violations;

    public TaktException(Category category, String reason, String message) {
        this(category, reason, message, Map.of());
    }

    /** @param violations what was wrong by field of the request */
    public TaktException(Category category, String reason, String message, Map<String, String> violations) {
        super(message);
        this.category = category;
        this.reason = reason;
        this.violations = violations;
    }

    public Category category() {
        return category;
    }

    public String reason() {
        return reason;
    }

    public Map<String, String> violations() {
        return violations;
    }

    public static TaktException invalid(String reason, String field, String message) {
        return new TaktException(Category.INVALID, reason, message, Map.of(field, message));
    }

    /** The id names another request already; answering with that one's result would mislead. */
    public static TaktException reused(String field, UUID id, String what) {
        return new TaktException(
                Category.PRECONDITION,
                "REQUEST_ID_REUSED",
                "The %s (%s) belongs to %s already.\nMaybe use a fresh one for each request."
                        .formatted(field, id, what));
    }

    public static TaktException notFound(String reason, String what, String id) {
        return new TaktException(Category.NOT_FOUND, reason, "There is no %s (%s).".formatted(what, id));
    }
}
