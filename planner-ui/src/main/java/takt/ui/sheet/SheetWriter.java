package takt.ui.sheet;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.OutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a workbook row by row, as it reads what goes in: `{"about": [[name, value], ..], "rows": [[cell, ..], ..]}` with
 * texts, numbers and nulls. What it is stands in the first sheet, the rows in the second; the first of them is their head.
 * A text is a text, whatever it begins with.
 */
final class SheetWriter {

    static final int MOST_ROWS = 100_001;
    static final int MOST_COLUMNS = 200;
    private static final int FLUSH = 1_000;

    private final JsonParser json;

    SheetWriter(JsonParser json) {
        this.json = json;
    }

    /** @throws NotASheet where what is read has another form, or too much of it */
    void write(OutputStream to) throws IOException {
        try (Workbook workbook = new Workbook(to, "Takt", "1.0")) {
            expect(json.nextToken() == JsonToken.START_OBJECT);
            rows("about", workbook.newWorksheet("About"), false);
            rows("rows", workbook.newWorksheet("Rows"), true);
            expect(json.nextToken() == JsonToken.END_OBJECT && json.nextToken() == null);
        }
    }

    private void rows(String name, Worksheet sheet, boolean hasHead) throws IOException {
        expect(json.nextToken() == JsonToken.FIELD_NAME && json.currentName().equals(name));
        expect(json.nextToken() == JsonToken.START_ARRAY);
        if (hasHead) {
            sheet.freezePane(1, 1);
        }
        int row = 0;
        for (; json.nextToken() == JsonToken.START_ARRAY; row++) {
            expect(row < MOST_ROWS);
            int columns = cells(sheet, row);
            if (hasHead && row == 0 && columns > 0) {
                sheet.range(0, 0, 0, columns - 1).style().bold().set();
            }
            if (row % FLUSH == FLUSH - 1) {
                sheet.flush();
            }
        }
        expect(json.currentToken() == JsonToken.END_ARRAY);
        sheet.finish();
    }

    private int cells(Worksheet sheet, int row) throws IOException {
        int column = 0;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            expect(column < MOST_COLUMNS);
            if (token == JsonToken.VALUE_STRING) {
                expect(json.getTextLength() <= 32_767);
                sheet.inlineString(row, column, json.getText());
            } else if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
                double number = json.getDoubleValue(); // what a cell holds
                expect(Double.isFinite(number));
                sheet.value(row, column, number);
            } else {
                expect(token == JsonToken.VALUE_NULL);
            }
            column++;
        }
        return column;
    }

    private static void expect(boolean isSo) {
        if (!isSo) {
            throw new NotASheet();
        }
    }

    /** Of another form than a sheet, or larger than one may be. */
    static final class NotASheet extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
