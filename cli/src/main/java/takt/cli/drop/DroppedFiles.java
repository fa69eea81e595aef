package takt.cli.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What lies in the folders of the kinds. */
final class DroppedFiles {

    private final Path folder;

    DroppedFiles(Path folder) {
        this.folder = folder;
    }

    /** The oldest first. */
    List<DroppedFile> of(List<String> kinds) throws IOException {
        List<DroppedFile> files = new ArrayList<>();
        for (String kind : kinds) {
            for (Path entry : entries(folder.resolve(kind))) {
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    for (Path file : entries(entry)) {
                        add(files, new DroppedFile(kind, String.valueOf(entry.getFileName()), file));
                    }
                } else {
                    add(files, new DroppedFile(kind, "", entry));
                }
            }
        }
        files.sort(Comparator.<DroppedFile>comparingLong(d -> d.file().toFile().lastModified())
                .thenComparing(DroppedFile::file));
        return files;
    }

    /** Hidden files and those that somebody still writes are left alone. */
    private static void add(List<DroppedFile> files, DroppedFile dropped) {
        String name = String.valueOf(dropped.file().getFileName());
        if (Files.isRegularFile(dropped.file(), LinkOption.NOFOLLOW_LINKS)
                && !name.startsWith(".")
                && !name.endsWith(".part")
                && !name.endsWith(".tmp")) {
            files.add(dropped);
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
