package takt.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import takt.cli.term.UserError;

/** Keys, data and the programs that are run lie where nobody else can put anything. */
class SecretsTest {

    @TempDir
    Path folder;

    private Path folder(String name, String permissions) throws IOException {
        Path created = Files.createDirectories(folder.resolve(name));
        return Files.setPosixFilePermissions(created, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void aNewFolderAndOneThatOthersCouldOnlyReadAreClosed() throws IOException {
        Path fresh = folder.resolve("fresh");
        Secrets.requireOwn(fresh);
        assertThat(permissions(fresh)).isEqualTo("rwx------");
        Path readable = folder("readable", "rwxr-xr-x");
        Secrets.requireOwn(readable);
        assertThat(permissions(readable)).isEqualTo("rwx------");
    }

    @Test
    void oneThatOthersCouldWriteToIsRefusedAndLeftAsItIs() throws IOException {
        Path open = folder("open", "rwxrwxrwx");
        assertThatThrownBy(() -> Secrets.requireOwn(open))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Others may write to the folder")
                .hasMessageContaining("rwxrwxrwx")
                .hasMessageContaining("chmod 700");
        assertThat(permissions(open)).isEqualTo("rwxrwxrwx");
    }
}
