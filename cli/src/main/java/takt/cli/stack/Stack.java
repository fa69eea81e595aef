package takt.cli.stack;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import takt.cli.stack.StackLayout.ServiceSpec;
import takt.cli.term.UserError;

/** Brings the local stack up and down. */
public final class Stack {

    static final String POSTGRES = "postgres";
    static final String DROP = "drop folder";
    static final String ISSUER = "issuer";

    private static final Duration ISSUER_START = Duration.ofMinutes(1);

    private final StackLayout layout;
    private final Postgres postgres;
    private final CommandProcess drop;
    private final CommandProcess issuer;
    private final CommandProcess keeper;

    public Stack(StackLayout layout) {
        this.layout = layout;
        this.postgres = new Postgres(layout);
        this.drop = new CommandProcess(layout, "drop");
        this.issuer = new CommandProcess(layout, ISSUER, "issue");
        this.keeper = new CommandProcess(layout, "keep");
    }

    /**
     * Starts what does not run yet and waits until all is ready. An empty date means today, or that of the services that
     * run. Returns the logins that were made, with their passwords, which nobody can look up again.
     */
    @SuppressWarnings("try") // the turn is held, not used
    public List<Logins.Fresh> up(
            String businessDate, Map<String, String> suppliersByName, String oem, PrintWriter out) {
        Secrets.requireOwn(layout.state());
        try (Turn turn = Turn.take(layout)) {
            new Keys(layout).prepare();
            List<Logins.Fresh> fresh = new Logins(layout).ensure(suppliersByName, oem);
            String date = agreed(businessDate);
            Secrets.write(layout.businessDate(), date);
            start(date, out);
            return fresh;
        }
    }

    /** Two services of one stack must not live on two days. */
    private String agreed(String asked) {
        if (layout.services().stream()
                .noneMatch(s -> new ServiceProcess(layout, s).running().isPresent())) {
            return asked;
        }
        String now = businessDate();
        if (!asked.isEmpty() && !asked.equals(now)) {
            throw new UserError("The stack runs already, with %s, not with %s.%nMaybe `./takt down` first."
                    .formatted(now.isEmpty() ? "today's date" : "the business date " + now, asked));
        }
        return now;
    }

    private void start(String businessDate, PrintWriter out) {
        out.println("  starting PostgreSQL on port " + layout.databasePort());
        out.flush();
        postgres.start();
        if (issuer.running().isEmpty()) {
            Ports.requireFree(layout.issuerPort(), "the issuer");
        }
        issuer.start();
        List<ServiceProcess> processes = layout.services().stream()
                .map(s -> new ServiceProcess(layout, s))
                .toList();
        for (int i = 0; i < processes.size(); i++) {
            out.printf(
                    "  starting %s on port %d%n",
                    layout.services().get(i).name(), layout.services().get(i).port());
            out.flush();
            processes.get(i).start(StackEnvironment.of(layout, postgres, businessDate));
        }
        processes.forEach(process -> process.awaitReady(processes, () -> {
            if (!postgres.isRunning()) {
                postgres.start();
            }
        }));
        awaitIssuer();
        drop.start();
        keeper.start();
    }

    /** It was started first and is quick; one that cannot listen has ended and says why in its log. */
    private void awaitIssuer() {
        long end = System.nanoTime() + ISSUER_START.toNanos();
        while (!Ports.answers(layout.issuerPort())) {
            if (issuer.running().isEmpty() || System.nanoTime() > end) {
                throw new UserError("The issuer did not start; its log is %s.".formatted(layout.log(ISSUER)));
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UserError("Interrupted while waiting for the issuer");
            }
        }
    }

    /** Does something while no other command starts or stops anything. */
    @SuppressWarnings("try") // the turn is held, not used
    public void inTurn(Runnable work) {
        try (Turn turn = Turn.take(layout)) {
            work.run();
        }
    }

    /** Who starts again what dies, in the order in which it is needed. */
    public Keeper keeper(PrintWriter out) {
        Map<String, Keeper.Part> parts = new LinkedHashMap<>();
        parts.put(POSTGRES, new Keeper.Part(postgres::isRunning, postgres::start));
        for (ServiceSpec spec : layout.services()) {
            ServiceProcess process = new ServiceProcess(layout, spec);
            parts.put(
                    spec.name(),
                    new Keeper.Part(
                            () -> process.running().isPresent(),
                            () -> process.start(StackEnvironment.of(layout, postgres, businessDate()))));
        }
        parts.put(ISSUER, new Keeper.Part(() -> issuer.running().isPresent(), issuer::start));
        parts.put(DROP, new Keeper.Part(() -> drop.running().isPresent(), drop::start));
        Keys keys = new Keys(layout);
        return new Keeper(parts, new Restarts(layout), keys::renewServiceToken, Clock.systemUTC(), out);
    }

    /** The date with which the stack was started. */
    private String businessDate() {
        try {
            return Files.exists(layout.businessDate())
                    ? Files.readString(layout.businessDate()).strip()
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses to go on while anything of the stack runs, so that nobody's work is taken over and stopped. */
    public void requireDown() {
        Map<String, String> running = new TreeMap<>(status());
        running.values().removeIf(state -> state.startsWith("stopped"));
        if (!running.isEmpty()) {
            throw new UserError(
                    "A stack runs already in %s: %s.%nMaybe stop it with `./takt down`, or give the demo a folder and ports of its own (--state, --port-base)."
                            .formatted(layout.state(), String.join(", ", running.keySet())));
        }
    }

    @SuppressWarnings("try") // the turn is held, not used
    public void down() {
        if (!Files.isDirectory(layout.state())) {
            return;
        }
        try (Turn turn = Turn.take(layout)) {
            keeper.stop();
            new Restarts(layout).forget();
            stop();
        }
    }

    private void stop() {
        drop.stop();
        List<ServiceSpec> services = layout.services();
        for (int i = services.size() - 1; i >= 0; i--) {
            new ServiceProcess(layout, services.get(i)).stop();
        }
        issuer.stop();
        postgres.stop();
    }

    /** One line per part: its name, and what is known of it. */
    public Map<String, String> status() {
        return new StackStatus(layout, postgres, drop, issuer, keeper).read();
    }
}
