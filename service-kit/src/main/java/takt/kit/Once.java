package takt.kit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import takt.kit.error.TaktException;

/** Tells a request that is sent again from another one under the same id. */
public final class Once {

    private Once() {}

    /** SHA-256 (hex) of what a request says; each part is told from the next. */
    public static String content(Iterable<?> parts) {
        MessageDigest digest = sha256();
        for (Object part : parts) {
            byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Refuses a request whose id was used for other content; nothing of it is done.
     *
     * @param before content of the first request under the id; empty if that was not kept, then it is taken for the same
     */
    public static void requireSame(String before, String now, UUID requestId, String what) {
        if (!before.isEmpty() && !before.equals(now)) {
            throw TaktException.reused("request_id", requestId, what + " with other content");
        }
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
