package takt.cli.service.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import takt.cli.term.UserError;
import takt.proto.ingest.v1.QuarantinedRow;
import takt.proto.ingest.v1.RowState;
import takt.proto.type.v1.Rejection;

class QuarantineTablesTest {

    private static final QuarantinedRow ROW = QuarantinedRow.newBuilder()
            .setKind("DEMAND")
            .setSource("erp")
            .addAllColumns(List.of("part", "demand"))
            .addAllCells(List.of("=cmd|' /C calc'!A0", "\u001b[31m5"))
            .setRejection(Rejection.newBuilder()
                    .setLine(7)
                    .setColumn("part")
                    .setValue("=cmd|' /C calc'!A0")
                    .setReason("PART_UNKNOWN")
                    .setHelp("Import the part first."))
            .setState(RowState.ROW_STATE_OPEN)
            .build();

    @Test
    void aFormulaIsNoneInTheSheetThatIsWritten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("rows.csv");
        try (QuarantineSheet sheet = new QuarantineSheet(file)) {
            sheet.add(RowNumber.parse("f12"), ROW);
        }
        assertThat(Files.readAllLines(file).get(1))
                .startsWith("F12,DEMAND,erp,7,part,'=cmd|' /C calc'!A0,PART_UNKNOWN");
    }

    @Test
    void whatCameFromOutsideDoesNotSteerTheTerminal() {
        StringWriter out = new StringWriter();
        QuarantineTables.show(RowNumber.parse("F12"), ROW, new PrintWriter(out));
        assertThat(out.toString()).doesNotContain("\u001b").contains("\uFFFD[31m5", "PART_UNKNOWN in part");
    }

    @Test
    void aRowNumberSaysWhoseItIs() {
        assertThat(RowNumber.parse("s3")).hasToString("S3");
        assertThatThrownBy(() -> RowNumber.parse("12")).isInstanceOf(UserError.class);
    }
}
