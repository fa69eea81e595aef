package takt.cli.source;

import java.io.IOException;
import java.io.Reader;

/** The first lines of a text, each ended by a line feed; at most a hundred thousand characters of them. */
record LineReader(Reader text) implements AutoCloseable {

    private static final int LONGEST = 100_000;

    String first(int lines) throws IOException {
        StringBuilder all = new StringBuilder();
        int ended = 0;
        for (int c = text.read(); c >= 0 && all.length() < LONGEST && ended < lines; c = text.read()) {
            if (c == '\n' || c == '\r') {
                if (all.length() > 0 && all.charAt(all.length() - 1) != '\n') {
                    all.append('\n');
                    ended++;
                }
            } else {
                all.append((char) c);
            }
        }
        return all.append('\n').toString();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
