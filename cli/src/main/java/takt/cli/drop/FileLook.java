package takt.cli.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;

/** What a file looked like. */
record FileLook(long size, FileTime changed) {

    static FileLook at(Path file) throws IOException {
        return new FileLook(Files.size(file), Files.getLastModifiedTime(file));
    }

    boolean isOlderThan(Duration age, Clock clock) {
        return changed.toInstant().plus(age).isBefore(clock.instant());
    }
}
