package takt.cli.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import takt.cli.stack.StackLayout.ServiceSpec;
import takt.cli.term.UserError;

/** One service as a process of its own, known by the process id it left in a file. */
final class ServiceProcess {

    /** How long nothing may move before waiting ends. */
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    private static final Duration LONGEST = Duration.ofMinutes(15);
    /** A stopped process finishes its calls first. */
    private static final Duration DYING = Duration.ofSeconds(12);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final StackLayout layout;
    private final ServiceSpec service;

    ServiceProcess(StackLayout layout, ServiceSpec service) {
        this.layout = layout;
        this.service = service;
    }

    void start(Map<String, String> environment) {
        if (staysUp()) {
            return;
        }
        Ports.requireFree(service.port(), service.name());
        try {
            Files.createDirectories(log().getParent());
            Files.createDirectories(layout.pid(service.name()).getParent());
            ProcessBuilder builder = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
            builder.environment().putAll(environment);
            Files.writeString(
                    layout.pid(service.name()), String.valueOf(builder.start().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process that is there but does not answer may be on its way down: then it is not the one to rely on. */
    private boolean staysUp() {
        long end = System.nanoTime() + DYING.toNanos();
        while (running().isPresent() && !isReady() && System.nanoTime() < end) {
            pause();
        }
        return running().isPresent();
    }

    private List<String> command() {
        Path jar = layout.jar(service);
        if (!Files.exists(jar)) {
            throw new UserError("The service %s is not built (%s is missing).%nMaybe run `./mvnw package -DskipTests`."
                    .formatted(service.name(), jar));
        }
        return JavaCommand.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC", "-jar", jar.toString());
    }

    private void requireAlive() {
        if (running().isEmpty()) {
            throw new UserError("The service %s died while starting.%n%s%nIts log is %s."
                    .formatted(service.name(), lastLines(), log()));
        }
    }

    /**
     * Waits until the service says it is ready, as long as it or one of those it starts with computes or writes to its
     * log: on a slow machine, or while tables are moved to a new form, that takes its time. Tells where the log is as
     * soon as one of them dies, or when none moves any more.
     *
     * @param meanwhile what else may need care as long as this command waits, and no keeper may act
     */
    void awaitReady(List<ServiceProcess> together, Runnable meanwhile) {
        long start = System.nanoTime();
        long moved = start;
        long work = 0;
        while (!isReady()) {
            meanwhile.run();
            together.forEach(ServiceProcess::requireAlive);
            long now = together.stream().mapToLong(ServiceProcess::work).sum();
            if (now > work) {
                work = now;
                moved = System.nanoTime();
            }
            Duration still = Duration.ofNanos(System.nanoTime() - moved);
            Duration all = Duration.ofNanos(System.nanoTime() - start);
            if (still.compareTo(STANDSTILL) > 0 || all.compareTo(LONGEST) > 0) {
                throw new UserError(
                        "The service %s is not ready after %d seconds, and for the last %d nothing moved.%n%s%nIts log is %s."
                                .formatted(service.name(), all.toSeconds(), still.toSeconds(), lastLines(), log()));
            }
            pause();
        }
    }

    /** Seconds of processor time, in steps above what an idle process uses in a minute, and length of the log. */
    private long work() {
        long seconds = running()
                .flatMap(process -> process.info().totalCpuDuration())
                .map(Duration::toSeconds)
                .orElse(0L);
        return seconds / 3 + log().toFile().length();
    }

    boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:%d/q/health/ready".formatted(service.port())))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted while waiting for " + service.name());
        }
    }

    Optional<ProcessHandle> running() {
        try {
            Path pid = layout.pid(service.name());
            return Files.exists(pid)
                    ? ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                            .filter(ProcessHandle::isAlive)
                            .filter(this::isOurs)
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A process id may have been given to somebody else since. */
    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .commandLine()
                .map(line -> line.contains(layout.jar(service).toString()))
                .orElse(true);
    }

    void stop() {
        running().ifPresent(process -> {
            process.destroy();
            try {
                process.onExit().get(15, java.util.concurrent.TimeUnit.SECONDS);
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                process.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            Files.deleteIfExists(layout.pid(service.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return layout.log(service.name());
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }

    private static void pause() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted while waiting for the services.");
        }
    }
}
