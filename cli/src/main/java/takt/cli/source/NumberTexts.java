package takt.cli.source;

/** Numbers as people write them. */
final class NumberTexts {

    private NumberTexts() {}

    /** Digits alone; most are, and reading them must be quick. */
    static boolean isPlain(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    /** Without a sign before or behind, without parentheses and blanks around. */
    static String unsigned(String cell) {
        String text = stripped(cell);
        if (text.startsWith("(") && text.endsWith(")")) {
            text = stripped(text.substring(1, text.length() - 1));
        } else if (text.startsWith("-") || text.startsWith("+") || text.startsWith("\u2212")) {
            text = stripped(text.substring(1));
        } else if (text.endsWith("-") || text.endsWith("+") || text.endsWith("\u2212")) {
            text = stripped(text.substring(0, text.length() - 1));
        }
        return text;
    }

    static boolean isNegative(String cell) {
        String text = stripped(cell);
        return text.startsWith("(") && text.endsWith(")")
                || text.startsWith("-")
                || text.startsWith("\u2212")
                || text.endsWith("-")
                || text.endsWith("\u2212");
    }

    static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }
}
