package takt.kernel;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * Why one row of an import was kept out.
 *
 * @param line line in the source, the header is line 1
 * @param column column at fault, empty when the row as a whole is
 * @param value value as read, cut at 100 characters, U+0000 replaced
 * @param reason reason code in upper snake case
 * @param help what may help, one sentence
 */
public record Rejection(long line, String column, String value, String reason, String help) {

    public Rejection {
        value = cut(value, 100).replace('\0', '\uFFFD');
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
