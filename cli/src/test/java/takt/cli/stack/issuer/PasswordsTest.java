package takt.cli.stack.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file keeps hashes; what is no hash opens for nobody. */
class PasswordsTest {

    @TempDir
    Path folder;

    private Passwords passwords() throws IOException {
        Path file = folder.resolve("logins.csv");
        Files.write(
                file,
                List.of(
                        "planner,planner,BPNL00000000OEM0,"
                                + BCrypt.withDefaults().hashToString(4, "tempo".toCharArray()),
                        "plain,supplier,BPNL00000000T101,tempo",
                        "broken line"));
        return new Passwords(file);
    }

    @Test
    void theRightPasswordOpensAndNoOther() throws IOException {
        assertThat(passwords().check("planner", "tempo"))
                .hasValueSatisfying(login -> assertThat(List.of(login.name(), login.role(), login.partner()))
                        .containsExactly("planner", "planner", "BPNL00000000OEM0"));
        for (String wrong : List.of("", "Tempo", "tempo ", "t".repeat(100), "tempo\0")) {
            assertThat(passwords().check("planner", wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void neitherAPlainLineNorAnUnknownNameOpens() throws IOException {
        assertThat(passwords().check("plain", "tempo")).isEmpty();
        assertThat(passwords().check("nobody", "tempo")).isEmpty();
        assertThat(passwords().check("nobody", "-")).isEmpty();
        assertThat(new Passwords(folder.resolve("none.csv")).check("planner", "tempo"))
                .isEmpty();
    }
}
