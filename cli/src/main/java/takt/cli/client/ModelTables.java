package takt.cli.client;

import java.io.PrintWriter;
import java.util.Locale;
import takt.proto.forecast.v1.Accuracy;
import takt.proto.forecast.v1.CompareModelsResponse;
import takt.proto.forecast.v1.GetModelResponse;
import takt.proto.forecast.v1.Model;
import takt.proto.forecast.v1.PairedDifference;
import takt.proto.forecast.v1.Reproduction;
import takt.proto.forecast.v1.TrainingRun;

/** Prints model versions for data scientists. */
public final class ModelTables {

    private ModelTables() {}

    public static void line(Model model, PrintWriter out) {
        TrainingRun run = model.getRun();
        out.printf(
                Locale.ROOT,
                "%4d  %-10s %s  %,6d series  WQL %s  by %s  run %s%n",
                model.getNumber(),
                state(model),
                run.getBusinessDate(),
                run.getSeries(),
                run.getAccuracyList().stream()
                        .filter(a -> a.getModel().equals("selected")
                                && a.getSegment().isEmpty())
                        .map(a -> AccuracyTable.figure("%.3f", a.getWql()))
                        .reduce((a, b) -> a + " " + b)
                        .orElse("-"),
                run.getCreatedBy(),
                run.getId());
    }

    private static String state(Model model) {
        return model.getState().name().substring("MODEL_STATE_".length());
    }

    public static void show(GetModelResponse shown, PrintWriter out) {
        Model model = shown.getModel();
        TrainingRun run = model.getRun();
        out.printf("Model %d, %s%n", model.getNumber(), state(model));
        out.printf("  run       %s by %s at %s%n", run.getId(), run.getCreatedBy(), run.getCreatedAt());
        out.printf("  data      known at %s, SHA-256 %s%n", run.getKnownAt(), run.getSnapshotHash());
        out.printf(
                "  training  date %s, seed %d, build %s, %d models to choose from%n",
                run.getBusinessDate(), run.getSeed(), run.getBuild(), run.getModelsCount());
        AccuracyTable.print(run, out);
        out.println("  who won, by segment");
        model.getChampionsList()
                .forEach(c -> out.printf(
                        Locale.ROOT, "    %-44s %,6d series  %s%n", c.getSegment(), c.getSeries(), c.getReason()));
        out.println("  what was published would have scored, by segment");
        run.getAccuracyList().stream()
                .filter(a -> a.getModel().equals("selected") && !a.getSegment().isEmpty())
                .forEach(a -> segment(a, out));
        out.println("  promotions");
        shown.getPromotionsList()
                .forEach(p -> out.printf(
                        "    %s  %s model %d%s by %s: %s%n",
                        p.getAt(),
                        p.getRollback() ? "back to" : "promoted",
                        p.getNumber(),
                        p.getPredecessor() == 0 ? "" : ", before it " + p.getPredecessor(),
                        p.getBy(),
                        p.getReason()));
        out.flush();
    }

    private static void segment(Accuracy a, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "    %-44s %,6d series  WQL %s  WAPE %s  bias %s%n",
                a.getSegment(),
                a.getSeries(),
                AccuracyTable.figure("%.3f", a.getWql()),
                AccuracyTable.figure("%.3f", a.getWape()),
                AccuracyTable.figure("%+.3f", a.getBias()));
    }

    public static void compare(CompareModelsResponse both, PrintWriter out) {
        out.printf(
                "Champion %d and challenger %d: weighted quantile loss on the same held-out buckets%n",
                both.getChampion(), both.getChallenger());
        out.println("  " + both.getBasis());
        out.printf(
                "  %-44s %7s %9s %10s %10s %21s %7s %7s%n",
                "series", "", "champion", "challenger", "difference", "95 % interval", "better", "worse");
        both.getDifferencesList().forEach(d -> difference(d, out));
        out.println("  " + verdict(both.getDifferences(0)));
        out.flush();
    }

    private static void difference(PairedDifference d, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "  %-44s %,7d %9.4f %10.4f %+10.4f  [%+8.4f, %+8.4f] %,7d %,7d%n",
                d.getSegment().isEmpty() ? "all parts" : d.getSegment(),
                d.getSeries(),
                d.getChampionWql(),
                d.getChallengerWql(),
                d.getDifference(),
                d.getLower(),
                d.getUpper(),
                d.getBetter(),
                d.getWorse());
    }

    private static String verdict(PairedDifference all) {
        if (all.getUpper() < 0) {
            return "The challenger is better, and more than chance would make it.";
        }
        return all.getLower() > 0
                ? "The challenger is worse, and more than chance would make it."
                : "The difference is no larger than chance would make it.";
    }

    /** True when the reproduction is the same to the last bit. */
    public static boolean reproduction(TrainingRun run, PrintWriter out) {
        Reproduction found = run.getReproduction();
        out.printf(
                "%s%n",
                found.getSameSnapshot()
                        ? "The facts are the same, SHA-256 " + run.getSnapshotHash()
                        : "The facts differ: their SHA-256 is %s now.".formatted(run.getSnapshotHash()));
        out.printf("Trained by build %s, reproduced by build %s.%n", found.getSubjectBuild(), run.getBuild());
        if (found.getDifferent() == 0) {
            out.printf(Locale.ROOT, "All %,d stored models are the same to the last bit.%n", found.getCompared());
        } else {
            out.printf(
                    Locale.ROOT,
                    "%,d of %,d stored models differ, among them:%n",
                    found.getDifferent(),
                    found.getCompared());
            found.getExamplesList().forEach(e -> out.println("  " + e));
        }
        out.flush();
        return found.getDifferent() == 0 && found.getSameSnapshot();
    }
}
