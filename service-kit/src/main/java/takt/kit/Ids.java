package takt.kit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import takt.kernel.Text;
import takt.kit.error.TaktException;

/** Reads ids and page tokens of requests. */
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

    public static int pageSize(int asked, int otherwise, int most) {
        if (asked < 0 || asked > most) {
            throw TaktException.invalid(
                    "PAGE_SIZE_INVALID", "page_size", "The page size (%d) must lie in 0..%d.".formatted(asked, most));
        }
        return asked == 0 ? otherwise : asked;
    }

    public static String pageToken(String lastKey) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(lastKey.getBytes(StandardCharsets.UTF_8));
    }

    /** The key after which a page begins; empty for the first page. */
    public static String afterKey(String pageToken) {
        try {
            String key = new String(Base64.getUrlDecoder().decode(pageToken), StandardCharsets.UTF_8);
            if (key.indexOf('\0') >= 0) {
                throw invalidToken(pageToken);
            }
            return key;
        } catch (IllegalArgumentException e) {
            throw invalidToken(pageToken);
        }
    }

    /** The offset at which a page begins. */
    public static int afterOffset(String pageToken) {
        String key = afterKey(pageToken);
        try {
            int offset = key.isEmpty() ? 0 : Integer.parseInt(key);
            if (offset >= 0) {
                return offset;
            }
        } catch (NumberFormatException e) {
            throw invalidToken(pageToken);
        }
        throw invalidToken(pageToken);
    }

    private static TaktException invalidToken(String pageToken) {
        return TaktException.invalid(
                "PAGE_TOKEN_INVALID",
                "page_token",
                "The page token (%s) is not one of ours.%nMaybe start without one.".formatted(cut(pageToken)));
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
