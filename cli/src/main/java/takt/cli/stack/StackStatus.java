package takt.cli.stack;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import takt.cli.stack.StackLayout.ServiceSpec;

/** What runs. */
final class StackStatus {

    private final StackLayout layout;
    private final Postgres postgres;
    private final CommandProcess drop;
    private final CommandProcess issuer;
    private final CommandProcess keeper;

    StackStatus(
            StackLayout layout, Postgres postgres, CommandProcess drop, CommandProcess issuer, CommandProcess keeper) {
        this.layout = layout;
        this.postgres = postgres;
        this.drop = drop;
        this.issuer = issuer;
        this.keeper = keeper;
    }

    /** One line per part: its name, and what is known of it. */
    Map<String, String> read() {
        Map<String, String> status = new TreeMap<>();
        Restarts restarts = new Restarts(layout);
        status.put(Stack.POSTGRES, postgres.isRunning() ? "running, port " + layout.databasePort() : "stopped");
        for (ServiceSpec spec : layout.services()) {
            ServiceProcess process = new ServiceProcess(layout, spec);
            Optional<Long> pid = process.running().map(ProcessHandle::pid);
            String ready = process.isReady() ? "ready" : "not ready";
            status.put(
                    spec.name(),
                    pid.map(p -> "running, pid %d, port %d, %s".formatted(p, spec.port(), ready))
                            .orElse("stopped"));
        }
        status.put(
                Stack.DROP,
                drop.running()
                        .map(p -> "running, pid %d, %s".formatted(p.pid(), layout.drop()))
                        .orElse("stopped"));
        status.put(
                Stack.ISSUER,
                issuer.running()
                        .map(p -> "running, pid %d, port %d, %s"
                                .formatted(
                                        p.pid(),
                                        layout.issuerPort(),
                                        Ports.answers(layout.issuerPort()) ? "ready" : "not ready"))
                        .orElse("stopped"));
        status.put(
                "keeper",
                keeper.running().map(p -> "running, pid %d".formatted(p.pid())).orElse("stopped"));
        status.replaceAll((part, state) -> state + restarts.words(part));
        return status;
    }
}
