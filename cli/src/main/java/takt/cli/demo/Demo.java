package takt.cli.demo;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import takt.cli.demo.SampleSupplier.Temper;
import takt.cli.service.Connection;
import takt.cli.service.data.ImportClient;
import takt.cli.service.data.Kinds;
import takt.cli.service.model.AccuracyTable;
import takt.cli.service.model.TrainingClient;
import takt.cli.service.version.EditionClient;
import takt.cli.source.Sample;
import takt.cli.stack.Keys;
import takt.cli.stack.Logins;
import takt.cli.stack.Stack;
import takt.cli.stack.StackLayout;
import takt.cli.term.Progress;
import takt.cli.term.UserError;
import takt.proto.forecast.v1.ForecastVersion;
import takt.proto.forecast.v1.ForecastVersionServiceGrpc;
import takt.proto.forecast.v1.ReleaseForecastVersionRequest;
import takt.proto.forecast.v1.TrainingRun;
import takt.proto.sharing.v1.Edition;
import takt.proto.type.v1.ImportReport;

/** The main job on the sample OEM, step by step, through the public contract only. */
public final class Demo {

    private static final Map<String, Temper> TEMPERS = Map.of(
            "Birch Seating", Temper.COMMITS_IN_PART,
            "Jade Castings", Temper.COMMITS_IN_PART,
            "Cedar Lighting", Temper.DECLINES_A_WEEK,
            "Hazel Exhaust", Temper.DOES_NOT_ANSWER);

    private final StackLayout layout;
    private final Sample sample;
    private final PrintWriter out;
    private List<Logins.Fresh> fresh = List.of();

    public Demo(StackLayout layout, PrintWriter out) {
        this.layout = layout;
        this.sample = new Sample(layout.home().resolve("samples"));
        this.out = out;
    }

    public void run() {
        long start = System.nanoTime();
        step("start", () -> {
            fresh = new Stack(layout).up(Sample.PRESENT, sample.suppliers(), Sample.OEM, out);
            return "PostgreSQL and four services are ready";
        });
        try (Connection planner = as("planner")) {
            step("import", () -> importAll(planner));
            TrainingRun run = train();
            ForecastVersion version = stepVersion(planner, run);
            step("publish", () -> awaitPublications(planner, version));
            step("answer", this::answer);
            step("match", () -> DemoMatching.awaitMatching(planner));
            print(planner, run, (System.nanoTime() - start) / 1e9);
        }
    }

    private Connection as(String login) {
        return new Connection(layout, new Keys(layout).token(new Logins(layout).require(login)));
    }

    private void step(String name, Supplier<String> work) {
        long start = System.nanoTime();
        String result = work.get();
        String line = String.format(Locale.ROOT, "%-8s %6.1f s  %s", name, (System.nanoTime() - start) / 1e9, result);
        out.println(line);
        out.flush();
    }

    private String importAll(Connection planner) {
        long accepted = 0;
        long unchanged = 0;
        Kinds kinds = Kinds.ask(planner, layout);
        for (Sample.Facts facts : sample.facts()) {
            try (Progress progress = new Progress(facts.kind())) {
                List<ImportClient.Sent> sent = new ImportClient(planner)
                        .send(
                                kinds.require(facts.kind()),
                                facts.file(),
                                ImportClient.How.PLAIN,
                                n -> progress.at("rows", n, 0));
                for (ImportClient.Sent one : sent) {
                    if (one.report().getRejected() > 0) {
                        throw new UserError("The sample file %s has a row that was rejected: %s"
                                .formatted(facts.file().path(), one.report().getRejections(0)));
                    }
                }
                ImportReport last = sent.get(sent.size() - 1).report();
                accepted += last.getAccepted();
                unchanged += last.getUnchanged();
            }
        }
        return "%,d rows new, %,d known already".formatted(accepted, unchanged);
    }

    private TrainingRun train() {
        TrainingRun[] run = new TrainingRun[1];
        step("train", () -> {
            try (Connection scientist = as("data-scientist")) {
                run[0] = new TrainingClient(scientist).train();
                return "%,d series have a model".formatted(run[0].getSeries());
            }
        });
        return run[0];
    }

    private ForecastVersion stepVersion(Connection planner, TrainingRun run) {
        ForecastVersion[] version = new ForecastVersion[1];
        step("forecast", () -> {
            var stub = ForecastVersionServiceGrpc.newBlockingStub(planner.forecast());
            version[0] = new TrainingClient(planner).forecast(run.getId());
            planner.within(60, stub)
                    .releaseForecastVersion(ReleaseForecastVersionRequest.newBuilder()
                            .setVersionId(version[0].getId())
                            .build());
            return "version %d with %,d series is released".formatted(version[0].getNumber(), version[0].getSeries());
        });
        return version[0];
    }

    private static String awaitPublications(Connection planner, ForecastVersion version) {
        Edition edition = new EditionClient(planner).await(version.getId());
        return "%d publications with %,d lines over two tiers".formatted(edition.getPublications(), edition.getLines());
    }

    private String answer() {
        int answers = 0;
        int groups = 0;
        for (var supplier : sample.suppliers().entrySet()) {
            String login = supplier.getKey().toLowerCase(Locale.ROOT).replace(' ', '-');
            try (Connection connection = as(login)) {
                SampleSupplier actor =
                        new SampleSupplier(connection, TEMPERS.getOrDefault(supplier.getKey(), Temper.COMMITS_IN_FULL));
                groups += actor.declare(sample, supplier.getValue());
                answers += actor.answer();
            }
        }
        return "%d suppliers declared %d capacity groups and committed %,d line weeks"
                .formatted(sample.suppliers().size(), groups, answers);
    }

    private void print(Connection planner, TrainingRun run, double seconds) {
        out.println();
        AccuracyTable.print(run, out);
        out.println("  top alerts");
        DemoMatching.alerts(planner).stream().limit(5).forEach(a -> out.println("    " + a.getMessage()));
        out.println();
        out.printf(
                Locale.ROOT,
                "All of it took %.1f s. The page: http://127.0.0.1:%d%n",
                seconds,
                layout.port("planner-ui"));
        if (fresh.isEmpty()) {
            out.println("The logins are those of before; `takt logins reset planner` makes another password.");
        } else {
            out.println(
                    "Logins (name and password, shown this once; `takt logins reset NAME` makes another password):");
            fresh.forEach(f -> out.printf(
                    "  %-16s %s  (%s)%n",
                    f.login().name(), f.password(), f.login().role()));
        }
        out.flush();
    }
}
