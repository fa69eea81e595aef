package takt.cli.stack;

import static java.nio.file.attribute.PosixFilePermission.GROUP_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import takt.cli.term.UserError;

/** Files that only their owner may read. */
public final class Secrets {

    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    public static void write(Path file, String text) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh);
            restrict(fresh, "rw-------");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE); // who reads it meanwhile finds the old one
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
            restrict(folder, "rwx------");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Creates a folder that is its owner's alone, or sees to it that one is: what others could only read is closed to
     * them; what they could have written to, or is somebody else's, is refused, since nobody knows what lies in it.
     */
    static void requireOwn(Path folder) {
        try {
            if (!Files.exists(folder)) {
                createFolder(folder);
            }
            if (isPosix()) {
                Set<PosixFilePermission> may = Files.getPosixFilePermissions(folder);
                String owner = Files.getOwner(folder).getName();
                String user = System.getProperty("user.name");
                if (!owner.equals(user)) {
                    throw new UserError(
                            "The folder %s belongs to %s, and this is %s: it holds keys and programs.%nMaybe choose another with --state."
                                    .formatted(folder, owner, user));
                }
                if (isWritableByOthers(may)) {
                    throw new UserError(
                            "Others may write to the folder %s (%s), which holds keys and programs.%nIf nobody did, close it: chmod 700 %s"
                                    .formatted(folder, PosixFilePermissions.toString(may), folder));
                }
            }
            restrict(folder, "rwx------");
        } catch (IOException e) {
            throw new UserError("The folder %s cannot be used: %s".formatted(folder, e.getMessage()));
        }
    }

    /** Whether users other than the owner may write there. */
    static boolean isOpen(Path folder) throws IOException {
        return isPosix() && Files.exists(folder) && isWritableByOthers(Files.getPosixFilePermissions(folder));
    }

    private static boolean isWritableByOthers(Set<PosixFilePermission> may) {
        return may.contains(GROUP_WRITE) || may.contains(OTHERS_WRITE);
    }

    static String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (isPosix()) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
