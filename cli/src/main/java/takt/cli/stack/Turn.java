package takt.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The turn of whoever starts or stops parts of the stack: one command at a time. It ends with its process. */
final class Turn implements AutoCloseable {

    private final FileChannel channel;

    private Turn(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for the turn; a command that is interrupted stops what itself had started and needs no other turn. */
    static Turn take(StackLayout layout) {
        Path file = layout.state().resolve("turn.lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() == null) {
                    System.err.println("Another command starts or stops this stack; waiting for its end.");
                    channel.lock();
                }
            } catch (OverlappingFileLockException e) {
                return new Turn(channel);
            }
            return new Turn(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
