package takt.kernel;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Text as people see it. */
public final class Text {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Text() {}

    /** A UUID in its usual form, `urn:uuid:` before it accepted; empty for anything else. */
    public static Optional<UUID> uuid(String text) {
        String bare = text.startsWith("urn:uuid:") ? text.substring(9) : text;
        return UUID_FORM.matcher(bare).matches() ? Optional.of(UUID.fromString(bare)) : Optional.empty();
    }

    /** At most so many UTF-16 units of a text; it is cut between characters as people see them. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text.substring(0, most + 1));
        int end = characters.preceding(most + 1);
        if (end <= 0) { // one character with very many marks
            end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        }
        return text.substring(0, end);
    }
}
