package takt.cli.service.model;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Locale;
import takt.cli.term.Grid;
import takt.proto.cause.CauseWords;
import takt.proto.forecast.v1.CompareModelsResponse;
import takt.proto.forecast.v1.GetModelResponse;
import takt.proto.forecast.v1.Model;
import takt.proto.forecast.v1.PairedDifference;
import takt.proto.forecast.v1.Reproduction;
import takt.proto.forecast.v1.TrainingRun;

/** Prints model versions for data scientists. */
public final class ModelTables {

    private ModelTables() {}

    public static void list(Collection<Model> models, PrintWriter out) {
        if (models.isEmpty()) {
            out.println("There is no model yet. Maybe `./takt train`.");
            return;
        }
        Grid grid = new Grid(">model", "state", "date", ">series", "WQL", "by", "run");
        for (Model model : models) {
            TrainingRun run = model.getRun();
            grid.row(
                    String.valueOf(model.getNumber()),
                    state(model),
                    run.getBusinessDate(),
                    count(run.getSeries()),
                    run.getAccuracyList().stream()
                            .filter(a -> a.getModel().equals("selected")
                                    && a.getSegment().isEmpty())
                            .map(a -> AccuracyTable.figure("%.3f", a.getWql()))
                            .reduce((a, b) -> a + " " + b)
                            .orElse("-"),
                    run.getCreatedBy(),
                    run.getId());
        }
        grid.print(out);
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
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
        Grid choices = new Grid("segment", ">series", "model");
        model.getChoicesList()
                .forEach(c -> choices.row(c.getSegment(), count(c.getSeries()), CauseWords.of(c.getCause())));
        choices.print(out);
        out.println("  what was published would have scored, by segment");
        Grid scores = new Grid("segment", ">series", ">WQL", ">WAPE", ">bias");
        run.getAccuracyList().stream()
                .filter(a -> a.getModel().equals("selected") && !a.getSegment().isEmpty())
                .forEach(a -> scores.row(
                        a.getSegment(),
                        count(a.getSeries()),
                        AccuracyTable.figure("%.3f", a.getWql()),
                        AccuracyTable.figure("%.3f", a.getWape()),
                        AccuracyTable.figure("%+.3f", a.getBias())));
        scores.print(out);
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

    public static void compare(CompareModelsResponse both, PrintWriter out) {
        out.printf(
                "Champion %d and challenger %d: weighted quantile loss on the same held-out buckets%n",
                both.getChampion(), both.getChallenger());
        out.println("  " + both.getBasis());
        Grid grid = new Grid(
                "segment", ">series", ">champion", ">challenger", ">difference", ">95 % interval", ">better", ">worse");
        both.getDifferencesList().forEach(d -> difference(d, grid));
        grid.print(out);
        out.println("  " + verdict(both.getDifferences(0)));
        out.flush();
    }

    private static void difference(PairedDifference d, Grid grid) {
        grid.row(
                d.getSegment().isEmpty() ? "all parts" : d.getSegment(),
                count(d.getSeries()),
                AccuracyTable.figure("%.4f", d.getChampionWql()),
                AccuracyTable.figure("%.4f", d.getChallengerWql()),
                AccuracyTable.figure("%+.4f", d.getDifference()),
                "[%s, %s]"
                        .formatted(
                                AccuracyTable.figure("%+.4f", d.getLower()),
                                AccuracyTable.figure("%+.4f", d.getUpper())),
                count(d.getBetter()),
                count(d.getWorse()));
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
