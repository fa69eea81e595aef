package takt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TaktTest {

    @TempDir
    Path state;

    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine command = Takt.commandLine();
        command.setErr(new PrintWriter(err, true));
        command.setOut(new PrintWriter(new StringWriter()));
        return command.execute(arguments);
    }

    @Test
    void anUnknownCommandIsRefusedWithTheUsage() {
        assertThat(run("fly")).isEqualTo(2);
        assertThat(err.toString()).contains("fly", "Usage: takt");
    }

    @Test
    void anImportWithoutItsKindSaysWhatIsMissing() {
        assertThat(run("import", "demand.csv")).isEqualTo(2);
        assertThat(err.toString()).contains("--kind");
    }

    @Test
    void whoeverIsNotLoggedInIsToldHow() {
        assertThat(run("versions", "--state", state.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("You are not logged in", "takt login planner")
                .doesNotContain("Exception");
    }

    @Test
    void aLogOfNoServiceAndAPortOutOfRangeAreRefused() {
        assertThat(run("logs", "../../etc/passwd", "--state", state.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("There is no service");
        assertThat(run("status", "--state", state.toString(), "--port-base", "80"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("port base (80)");
    }

    @Test
    void aStackThatDoesNotRunHasStatusThree() {
        assertThat(run("status", "--state", state.toString(), "--port-base", "47100"))
                .isEqualTo(3);
    }
}
