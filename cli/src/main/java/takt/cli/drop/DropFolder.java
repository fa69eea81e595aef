package takt.cli.drop;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import takt.cli.service.data.ImportClient;
import takt.cli.service.data.Reports;
import takt.cli.term.UserError;
import takt.proto.type.v1.ImportReport;

/**
 * A folder with one folder for each kind of facts. A file that no longer changes is imported, the oldest first, and moved
 * to {@code done} or {@code failed} with its report beside it; while the services do not answer it stays. A file in a
 * folder of its own inside a kind's, as {@code demand/sap}, comes from the source of that name and is read with its saved
 * columns.
 */
public final class DropFolder {

    /** Imports a file. */
    @FunctionalInterface
    public interface Sender {
        List<ImportClient.Sent> send(DroppedFile dropped);
    }

    private static final String DONE = "done";
    private static final String FAILED = "failed";

    /** A copy over a network may pause. */
    private static final Duration STILL = Duration.ofSeconds(5);

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);
    /** The services are away, or busy with another import of the kind: it can be tried again. */
    private static final Set<Status.Code> AWAY = EnumSet.of(
            Status.Code.UNAVAILABLE,
            Status.Code.DEADLINE_EXCEEDED,
            Status.Code.FAILED_PRECONDITION,
            Status.Code.UNAUTHENTICATED);

    private final Path folder;
    private final Clock clock;
    private List<String> kinds = List.of();
    private Map<Path, FileLook> before = new HashMap<>();

    public DropFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Makes a folder for each kind; from now on it is looked into. */
    public void make(List<String> all) {
        kinds = List.copyOf(all);
        try {
            for (String kind : kinds) {
                Files.createDirectories(folder.resolve(kind));
            }
        } catch (IOException e) {
            throw new UserError("The folder (%s) cannot be made: %s".formatted(folder, e.getMessage()));
        }
    }

    /**
     * Imports what has not changed since the last look, the oldest of a kind first: where one must wait, so must those
     * after it, or old values would come last. Returns a line for each file.
     */
    public List<String> look(Supplier<Sender> sender) {
        List<String> lines = new ArrayList<>();
        try {
            Map<Path, FileLook> now = new HashMap<>();
            List<DroppedFile> ready = new ArrayList<>();
            Set<String> growing = new HashSet<>();
            for (DroppedFile dropped : new DroppedFiles(folder).of(kinds)) {
                FileLook look = FileLook.at(dropped.file());
                now.put(dropped.file(), look);
                boolean isStill = look.equals(before.get(dropped.file())) && look.isOlderThan(STILL, clock);
                if (isStill && !growing.contains(dropped.kind())) {
                    ready.add(dropped);
                } else {
                    growing.add(dropped.kind());
                }
            }
            before = now;
            if (!ready.isEmpty()) {
                Sender open = sender.get();
                Set<String> waiting = new HashSet<>();
                for (DroppedFile dropped : ready) {
                    if (!waiting.contains(dropped.kind())) {
                        lines.add(take(dropped, open, waiting));
                    }
                }
            }
        } catch (IOException | RuntimeException e) { // whoever watches goes on; the next look may find it mended
            lines.add("The folder (%s) could not be looked through: %s".formatted(folder, e.getMessage()));
        }
        return lines;
    }

    /** Refused as a whole, or not to be read at all: nothing of it is with anybody. */
    private static boolean isLost(ImportReport report) {
        boolean isCut =
                report.getRejectionsList().stream().anyMatch(r -> r.getReason().equals("SOURCE_CUT"));
        return report.getRefused() || isCut && report.getAccepted() + report.getUnchanged() == 0;
    }

    private String take(DroppedFile dropped, Sender sender, Set<String> waiting) throws IOException {
        FileLook look = FileLook.at(dropped.file());
        if (!look.equals(before.get(dropped.file()))) {
            return waits(dropped, waiting, "it changes again");
        }
        try {
            List<ImportClient.Sent> sent = sender.send(dropped);
            if (!look.equals(FileLook.at(dropped.file()))) {
                return waits(dropped, waiting, "it was changed while it was read; it is read again");
            }
            StringWriter words = new StringWriter();
            Reports.print(sent, new PrintWriter(words));
            move(dropped, sent.stream().allMatch(one -> isLost(one.report())) ? FAILED : DONE, words.toString());
            return "%s %s: %s".formatted(dropped.kind(), dropped.file().getFileName(), firstLine(words.toString()));
        } catch (StatusRuntimeException e) {
            if (AWAY.contains(e.getStatus().getCode())) {
                return waits(dropped, waiting, e.getStatus().getCode().toString());
            }
            return fail(dropped, String.valueOf(e.getStatus().getDescription()));
        } catch (UserError e) {
            return fail(dropped, String.valueOf(e.getMessage()));
        } catch (RuntimeException
                | OutOfMemoryError
                | StackOverflowError e) { // one file must not keep the others waiting
            return fail(dropped, "Something went wrong that nobody foresaw: " + e);
        }
    }

    private static String waits(DroppedFile dropped, Set<String> waiting, String why) {
        waiting.add(dropped.kind());
        return "%s %s waits: %s".formatted(dropped.kind(), dropped.file().getFileName(), why);
    }

    private String fail(DroppedFile dropped, String why) throws IOException {
        move(dropped, FAILED, why + "\n");
        return "%s %s failed: %s".formatted(dropped.kind(), dropped.file().getFileName(), firstLine(why));
    }

    private void move(DroppedFile dropped, String where, String report) throws IOException {
        Path target = folder.resolve(where).resolve(dropped.kind());
        Files.createDirectories(target);
        String name = STAMP.format(clock.instant()) + "-" + dropped.file().getFileName();
        Files.move(dropped.file(), target.resolve(name));
        Files.writeString(target.resolve(name + ".report.txt"), report);
    }

    private static String firstLine(String words) {
        return words.lines().findFirst().orElse("");
    }
}
