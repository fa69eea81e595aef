package takt.cli.source;

import java.io.IOException;
import java.io.Reader;

/** The first line of a text, without its end; at most a hundred thousand characters of it. */
record LineReader(Reader text) implements AutoCloseable {

    private static final int LONGEST = 100_000;

    String first() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = text.read(); c >= 0 && line.length() < LONGEST; c = text.read()) {
            if (c == '\n' || c == '\r') {
                if (line.length() > 0) {
                    break;
                }
            } else {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
