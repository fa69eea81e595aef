package takt.cli.service.data;

import java.io.PrintWriter;
import java.util.List;
import takt.proto.type.v1.ImportReport;

/** Prints what became of an import. */
public final class Reports {

    private static final int SHOWN = 20;

    private Reports() {}

    /** What each service made of a file; which one it was is said where there are several. */
    public static void print(List<ImportClient.Sent> sent, PrintWriter out) {
        for (ImportClient.Sent one : sent) {
            out.print(sent.size() == 1 ? "" : one.service().label() + ": ");
            print(one.report(), out);
        }
    }

    private static void print(ImportReport report, PrintWriter out) {
        out.printf(
                "%d accepted, %d unchanged, %d rejected%s%n",
                report.getRefused() ? 0 : report.getAccepted(),
                report.getRefused() ? 0 : report.getUnchanged(),
                report.getRejected(),
                report.getRefused()
                        ? "; nothing landed, because the import was strict"
                        : report.getRepeated() ? "; the same file as the last one" : "");
        if (report.getLandedByRules() > 0) {
            out.printf("  %d rows came in by saved rules%n", report.getLandedByRules());
        }
        report.getRejectionsList().stream()
                .limit(SHOWN)
                .forEach(r -> out.printf(
                        "  line %d%s: %s%s. %s%n",
                        r.getLine(),
                        r.getColumn().isEmpty() ? "" : ", " + r.getColumn(),
                        r.getReason(),
                        r.getValue().isEmpty() ? "" : " (" + r.getValue() + ")",
                        r.getHelp()));
        if (report.getRejected() > SHOWN) {
            out.printf(
                    "  and %d more%s%n",
                    report.getRejected() - SHOWN, report.getRefused() ? "" : "; takt data quarantine list");
        }
        out.flush();
    }
}
