package takt.kit;

import java.util.Map;

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

    public static TaktException notFound(String reason, String what, String id) {
        return new TaktException(Category.NOT_FOUND, reason, "There is no %s (%s).".formatted(what, id));
    }
}
