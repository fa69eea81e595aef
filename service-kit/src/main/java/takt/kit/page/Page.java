package takt.kit.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import takt.kit.Ids;
import takt.kit.error.TaktException;

/** How a list is asked for page by page: sizes, and tokens that say where the next one begins. */
public final class Page {

    private Page() {}

    /** How many entries a page has: 0 asks for the usual number; refuses more than there may be. */
    public static int size(int asked, int otherwise, int most) {
        if (asked < 0 || asked > most) {
            throw TaktException.invalid(
                    "PAGE_SIZE_INVALID", "page_size", "The page size (%d) must lie in 0..%d.".formatted(asked, most));
        }
        return asked == 0 ? otherwise : asked;
    }

    /**
     * Token of the page after one; empty on the last.
     *
     * @param key what the list is ordered by, which tells an entry from all others
     */
    public static <T> String next(List<T> found, int size, Function<T, Object> key) {
        return found.size() < size ? "" : token(String.valueOf(key.apply(found.get(size - 1))));
    }

    /** As above, of a list without such a key: entries are counted. */
    public static String next(List<?> found, int size, int offset) {
        return found.size() < size ? "" : token(String.valueOf(offset + size));
    }

    private static String token(String lastKey) {
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
                "The page token (%s) is not one of ours.%nMaybe start without one.".formatted(Ids.cut(pageToken)));
    }
}
