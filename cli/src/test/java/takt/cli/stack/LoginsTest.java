package takt.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import takt.cli.term.UserError;

/** A password is told once, when it is made. */
class LoginsTest {

    private static final String OEM = "BPNL00000000OEM0";

    @TempDir
    Path folder;

    private Path file;
    private Logins logins;

    @BeforeEach
    void start() throws IOException {
        StackLayout layout = StackLayout.of(folder, 9700);
        file = Files.createDirectories(layout.keys()).resolve("logins.csv");
        logins = new Logins(layout);
    }

    private static boolean opens(Login login, String password) {
        return BCrypt.verifyer().verify(password.toCharArray(), login.hash()).verified;
    }

    @Test
    void theFirstPasswordsAreToldOnceAndStandNowhere() throws IOException {
        List<Logins.Fresh> fresh = logins.ensure(Map.of("Alder Brakes", "BPNL00000000T101"), OEM);
        assertThat(fresh)
                .extracting(f -> f.login().name())
                .containsExactly("alder-brakes", "data-scientist", "operator", "planner");
        String text = Files.readString(file);
        assertThat(fresh).allSatisfy(f -> {
            assertThat(text).doesNotContain(f.password());
            assertThat(opens(logins.require(f.login().name()), f.password())).isTrue();
        });
        assertThat(logins.ensure(Map.of("Alder Brakes", "BPNL00000000T101"), OEM))
                .isEmpty();
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void aLineOfYesterdayKeepsItsPasswordAsAHash() throws IOException {
        Files.writeString(file, "bremsen-nord,supplier,BPNL00000000T301,a-long-password\n");
        logins.ensure(Map.of(), OEM);
        assertThat(Files.readString(file)).doesNotContain("a-long-password");
        assertThat(opens(logins.require("bremsen-nord"), "a-long-password")).isTrue();
    }

    @Test
    void aLoginIsAddedRenewedAndRemoved() {
        Logins.Fresh first = logins.add("bremsen-nord", "supplier", "BPNL00000000T301");
        Logins.Fresh second = logins.reset("bremsen-nord");
        assertThat(opens(logins.require("bremsen-nord"), second.password())).isTrue();
        assertThat(opens(logins.require("bremsen-nord"), first.password())).isFalse();
        logins.remove("bremsen-nord");
        assertThat(logins.all()).isEmpty();
    }

    @Test
    void whatWouldBeNoLoginIsRefusedWithTheValue() {
        logins.add("known", "planner", "");
        assertThatThrownBy(() -> logins.add("known", "planner", ""))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("known")
                .hasMessageContaining("reset");
        assertThatThrownBy(() -> logins.add("a,b", "planner", "")).hasMessageContaining("a,b");
        assertThatThrownBy(() -> logins.add("a", "king", "")).hasMessageContaining("king");
        assertThatThrownBy(() -> logins.add("a", "supplier", "")).hasMessageContaining("BPNL");
        assertThatThrownBy(() -> logins.reset("nobody")).hasMessageContaining("nobody");
    }
}
