package takt.kit;

import java.util.UUID;
import takt.kernel.Text;
import takt.kit.error.TaktException;

/** Reads ids of requests. */
public final class Ids {

    private Ids() {}

    /** A UUID, `urn:uuid:` before it accepted; refuses anything else as INVALID. */
    public static UUID uuid(String field, String value) {
        return Text.uuid(value)
                .orElseThrow(() -> TaktException.invalid(
                        "REQUEST_ID_INVALID", field, "The %s (%s) must be a UUID.".formatted(field, cut(value))));
    }

    /** Like {@link #uuid}, but an id that cannot be is one that does not exist. */
    public static UUID existing(String value, String reason, String what) {
        return Text.uuid(value).orElseThrow(() -> TaktException.notFound(reason, what, cut(value)));
    }

    /** A value as it may stand in a message: at most 100 characters of it. */
    public static String cut(String value) {
        return cut(value, 100);
    }

    /** At most so many characters of a text, and dots where some are missing. */
    public static String cut(String text, int most) {
        return text.length() <= most ? text : Text.cut(text, most) + "...";
    }
}
