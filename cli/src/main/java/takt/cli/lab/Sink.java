package takt.cli.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import takt.cli.term.UserError;

/** Where lines go: a file, or what stands in for one. A file that could not be written to its end is an error. */
final class Sink implements AutoCloseable {

    static final PrintWriter NOWHERE = new PrintWriter(Writer.nullWriter());

    private final @Nullable Path file;
    private final PrintWriter writer;
    private final String header;
    private boolean hasBegun;

    Sink(@Nullable Path file, PrintWriter otherwise, String header) {
        this.file = file;
        try {
            this.writer =
                    file == null ? otherwise : new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UserError("The file (%s) cannot be written: %s".formatted(file, e));
        }
        this.header = header;
    }

    /** Nothing is written before there is something to write: who fails leaves no table without rows. */
    void line(String line) {
        if (!hasBegun) {
            hasBegun = true;
            writer.print(header);
            writer.print('\n');
        }
        writer.print(line);
        writer.print('\n');
    }

    @Override
    public void close() {
        boolean failed = writer.checkError();
        if (file != null) {
            writer.close();
            if (failed) {
                throw new UserError("The file (%s) could not be written to its end; is the disk full?".formatted(file));
            }
        }
    }
}
