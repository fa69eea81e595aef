package takt.cli.stack;

import java.nio.file.Path;
import java.util.List;
import takt.cli.term.UserError;

/**
 * Where the local stack lives and on which ports.
 *
 * @param home the checkout
 * @param state folder of data, keys, logs and process ids
 * @param portBase planner-ui's port; the services follow, PostgreSQL takes the base plus 32, the issuer plus 33
 */
public record StackLayout(Path home, Path state, int portBase) {

    public static final int DEFAULT_BASE = 9100;

    public StackLayout {
        if (portBase < 1024 || portBase > 65_000) {
            throw new UserError("The port base (%d) must lie in 1024..65000.".formatted(portBase));
        }
    }

    public static StackLayout of(Path state, int portBase) {
        String home = System.getenv("TAKT_HOME");
        return new StackLayout(
                Path.of(home == null ? "." : home).toAbsolutePath().normalize(),
                state.toAbsolutePath().normalize(),
                portBase);
    }

    public int databasePort() {
        return portBase + 32;
    }

    public int issuerPort() {
        return portBase + 33;
    }

    public Path keys() {
        return state.resolve("keys");
    }

    /** Where columns of sources are saved. */
    public Path sources() {
        return state.resolve("sources");
    }

    /** Which kinds of facts a service took in when it was asked last. */
    public Path kinds(String service) {
        return state.resolve("kinds").resolve(service + ".pb");
    }

    /** What is put here is imported. */
    public Path drop() {
        return state.resolve("drop");
    }

    /** The date with which the stack was started; empty for today. */
    Path businessDate() {
        return state.resolve("business-date");
    }

    public Path log(String name) {
        return state.resolve("log").resolve(name + ".log");
    }

    public Path pid(String name) {
        return state.resolve("run").resolve(name + ".pid");
    }

    /** The services in the order they start. */
    public List<ServiceSpec> services() {
        return List.of(
                new ServiceSpec("forecast-service", portBase + 1),
                new ServiceSpec("sharing-service", portBase + 2),
                new ServiceSpec("capacity-service", portBase + 3),
                new ServiceSpec("planner-ui", portBase));
    }

    public int port(String service) {
        return services().stream()
                .filter(s -> s.name().equals(service))
                .findFirst()
                .orElseThrow()
                .port();
    }

    Path jar(ServiceSpec service) {
        return home.resolve(service.name()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** A service and its port. */
    public record ServiceSpec(String name, int port) {}
}
