package takt.ui;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file keeps hashes; what is no hash opens for nobody. */
class LoginFileTest {

    @TempDir
    Path folder;

    private LoginFile file() throws IOException {
        Path file = folder.resolve("logins.csv");
        Files.write(
                file,
                List.of(
                        "planner,planner,BPNL00000000OEM0,"
                                + BCrypt.withDefaults().hashToString(4, "tempo".toCharArray()),
                        "plain,supplier,BPNL00000000T101,tempo",
                        "broken line"));
        return new LoginFile(file);
    }

    @Test
    void theRightPasswordOpensAndNoOther() throws IOException {
        assertThat(file().check("planner", "tempo"))
                .contains(new LoginFile.Login("planner", "planner", "BPNL00000000OEM0"));
        for (String wrong : List.of("", "Tempo", "tempo ", "t".repeat(100), "tempo\0")) {
            assertThat(file().check("planner", wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void neitherAPlainLineNorAnUnknownNameOpens() throws IOException {
        assertThat(file().check("plain", "tempo")).isEmpty();
        assertThat(file().check("nobody", "tempo")).isEmpty();
        assertThat(file().check("nobody", "-")).isEmpty();
        assertThat(new LoginFile(folder.resolve("none.csv")).check("planner", "tempo"))
                .isEmpty();
    }
}
