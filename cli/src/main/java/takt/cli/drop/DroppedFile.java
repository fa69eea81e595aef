package takt.cli.drop;

import java.nio.file.Path;

/** A file and what it is. */
public record DroppedFile(String kind, String source, Path file) {}
