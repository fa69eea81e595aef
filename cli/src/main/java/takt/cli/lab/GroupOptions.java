package takt.cli.lab;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import takt.cli.term.UserError;
import takt.engine.Reconciling;

/** Families, plants and other groups that parts add up to. */
final class GroupOptions {

    /** How the levels are made to agree, as it is typed. */
    enum Method {
        bottom_up(Reconciling.Method.BOTTOM_UP),
        mint(Reconciling.Method.MIN_TRACE);

        private final Reconciling.Method method;

        Method(Reconciling.Method method) {
            this.method = method;
        }
    }

    @Option(
            names = "--groups",
            paramLabel = "FILE",
            description =
                    "Groups of parts: part and one column per level, as family, plant. All parts are a group too.")
    @Nullable
    Path groups;

    @Option(
            names = "--out-groups",
            paramLabel = "FILE",
            description = "Where to write level,group,month,h,mean,q... of the groups.")
    @Nullable
    Path out;

    @Option(
            names = "--reconcile",
            paramLabel = "HOW",
            description =
                    "bottom_up: groups are the sums of their parts; mint: parts and groups change so that they agree with the least variance (default: ${DEFAULT-VALUE}).")
    Method method = Method.bottom_up;

    void check() {
        if (groups == null && (out != null || method != Method.bottom_up)) {
            throw new UserError("The options --out-groups and --reconcile need --groups FILE.");
        }
        if (groups != null && out == null && method == Method.bottom_up) {
            throw new UserError(
                    "The option --groups changes nothing alone.\nMaybe give --out-groups FILE or --reconcile mint too.");
        }
    }

    Reconciling.Method method() {
        return method.method;
    }
}
