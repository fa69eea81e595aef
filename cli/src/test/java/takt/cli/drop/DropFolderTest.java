package takt.cli.drop;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import takt.cli.service.data.ImportClient;
import takt.cli.service.data.RowNumber.Service;
import takt.cli.term.UserError;
import takt.proto.type.v1.ImportReport;
import takt.proto.type.v1.Rejection;

class DropFolderTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2001-04-02T06:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private DropFolder drop;
    private int age;
    private final List<DroppedFile> sent = new ArrayList<>();

    @BeforeEach
    void open() {
        drop = new DropFolder(folder, CLOCK);
        drop.make(List.of("demand", "parts"));
    }

    private static List<ImportClient.Sent> sent(ImportReport report) {
        return List.of(new ImportClient.Sent(Service.F, report));
    }

    private List<String> look() {
        return drop.look(() -> dropped -> {
            sent.add(dropped);
            return sent(ImportReport.newBuilder().setAccepted(1).build());
        });
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setLastModifiedTime(file, FileTime.from(CLOCK.instant().minusSeconds(10 - age++)));
    }

    /** A bomb that was given up before its first row is not done. */
    @Test
    void aFileOfWhichNothingCouldBeReadHasFailed() throws IOException {
        write("demand/bomb.csv", "x");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            lines.addAll(drop.look(() -> dropped -> sent(ImportReport.newBuilder()
                    .setRejected(1)
                    .addRejections(Rejection.newBuilder().setReason("SOURCE_CUT"))
                    .build())));
        }
        assertThat(lines).hasSize(1);
        assertThat(folder.resolve("failed/demand")).isDirectoryContaining("glob:**bomb.csv");
    }

    @Test
    void aFileIsTakenOnceItNoLongerGrowsAndMovedWithItsReport() throws IOException {
        Path file = write("demand/march.csv", "part");
        assertThat(look()).isEmpty();
        write("demand/march.csv", "part,site,month,demand\n");
        assertThat(look()).as("it has grown").isEmpty();
        assertThat(look()).containsExactly("demand march.csv: 1 accepted, 0 unchanged, 0 rejected");
        assertThat(sent).containsExactly(new DroppedFile("demand", "", file));
        assertThat(file).doesNotExist();
        assertThat(folder.resolve("done/demand/20010402T060000000-march.csv")).hasContent("part,site,month,demand");
        assertThat(folder.resolve("done/demand/20010402T060000000-march.csv.report.txt"))
                .content()
                .startsWith("1 accepted");
        assertThat(look()).isEmpty();
    }

    @Test
    void aFileThatWasWrittenJustNowMayStillGrow() throws IOException {
        Files.setLastModifiedTime(
                write("demand/march.csv", "part"), FileTime.from(CLOCK.instant().minusSeconds(4)));
        look();
        assertThat(look()).isEmpty();
    }

    @Test
    void theNextFileOfAKindWaitsForTheOneBefore() throws IOException {
        write("demand/monday.csv", "part");
        write("demand/tuesday.csv", "part");
        write("parts/tuesday.csv", "part");
        look();
        assertThat(drop.look(() -> dropped -> {
                    if (dropped.file().endsWith("monday.csv")) {
                        throw Status.FAILED_PRECONDITION.asRuntimeException();
                    }
                    return sent(ImportReport.getDefaultInstance());
                }))
                .hasSize(2)
                .contains("demand monday.csv waits: FAILED_PRECONDITION")
                .noneMatch(line -> line.startsWith("demand tuesday.csv"));
        look();
        assertThat(sent)
                .extracting(d -> d.file().getFileName().toString())
                .containsExactly("monday.csv", "tuesday.csv");
    }

    @Test
    void aFileThatIsReplacedWhileItIsReadIsReadAgain() throws IOException {
        Path file = write("demand/export.csv", "part");
        look();
        assertThat(drop.look(() -> dropped -> {
                    try {
                        write("demand/export.csv", "part,site,month,demand");
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                    return sent(ImportReport.getDefaultInstance());
                }))
                .singleElement()
                .asString()
                .contains("read again");
        assertThat(file).exists();
    }

    @Test
    void aLoginThatCannotBeReadKeepsFilesWaitingAndStopsNothing() throws IOException {
        write("demand/march.csv", "part");
        look();
        assertThat(drop.look(() -> {
                    throw new UserError("There is no login (planner).");
                }))
                .singleElement()
                .asString()
                .contains("There is no login");
        look();
        assertThat(sent).hasSize(1);
    }

    @Test
    void aFolderInsideAKindNamesTheSource() throws IOException {
        write("demand/sap/march.csv", "part");
        write("parts/master.csv", "part");
        look();
        look();
        assertThat(sent).extracting(DroppedFile::source).containsExactlyInAnyOrder("sap", "");
    }

    @Test
    void hiddenAndUnfinishedFilesAndLinksAreLeftAlone() throws IOException {
        write("demand/.march.csv", "part");
        write("demand/march.csv.part", "part");
        Files.createSymbolicLink(folder.resolve("demand/link.csv"), write("elsewhere/secret.csv", "part"));
        look();
        look();
        assertThat(sent).isEmpty();
    }

    @Test
    void whatCannotBeReadFailsAndWhatMustWaitStays() throws IOException {
        Path bad = write("demand/bad.csv", "x");
        drop.look(() -> dropped -> sent(ImportReport.getDefaultInstance()));
        assertThat(drop.look(() -> dropped -> {
                    throw Status.UNAVAILABLE.asRuntimeException();
                }))
                .containsExactly("demand bad.csv waits: UNAVAILABLE");
        assertThat(bad).exists();
        assertThat(drop.look(() -> dropped -> {
                    throw new UserError("The header is not ours.");
                }))
                .containsExactly("demand bad.csv failed: The header is not ours.");
        assertThat(bad).doesNotExist();
        try (Stream<Path> failed = Files.list(folder.resolve("failed/demand"))) {
            assertThat(failed).hasSize(2);
        }
    }
}
