package takt.kernel;

import java.text.BreakIterator;
import java.util.Locale;

/** Text as people see it. */
public final class Text {

    private Text() {}

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
