package takt.engine.tribuo;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.StringValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tribuo.protos.core.ModelProto;
import takt.engine.model.Regression;
import takt.engine.model.RegressionMeans;
import takt.engine.model.SeriesContext;
import takt.engine.selection.Segment;
import takt.engine.series.Origin;
import takt.engine.series.SeriesKey;

/** The regressions over all parts of one origin, ready to say the mean of every step. */
public final class Regressions {

    /** Where none was asked for. */
    public static final Regressions NONE = new Regressions(new TreeMap<>());

    private static final int BATCH = 200;
    private static final String OF = "/";

    /** By name of the kind's forecaster, and of the segment for models of one. */
    private final SortedMap<String, RegressionModel> models;

    private Regressions(SortedMap<String, RegressionModel> models) {
        this.models = models;
    }

    static Regressions of(Map<String, RegressionModel> models) {
        return new Regressions(new TreeMap<>(models));
    }

    static String name(Regression kind, Segment segment) {
        return kind.forecaster() + OF + segment;
    }

    /** How many models there are. */
    public int size() {
        return models.size();
    }

    /** Names of models that are not the same bit by bit here and there, or missing on one side. */
    public List<String> different(Regressions others) {
        return Stream.of(models.keySet(), others.models.keySet())
                .flatMap(Set::stream)
                .distinct()
                .sorted()
                .filter(name -> !proto(name).equals(others.proto(name)))
                .toList();
    }

    private Optional<ByteString> proto(String name) {
        return Optional.ofNullable(models.get(name)).map(m -> m.proto().toByteString());
    }

    /** Those that can speak for every series. */
    public Set<Regression> kinds() {
        return Arrays.stream(Regression.values())
                .filter(kind -> models.keySet().stream()
                        .anyMatch(name -> name.equals(kind.forecaster()) || name.startsWith(kind.forecaster() + OF)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Without the kinds that nobody asks. */
    public Regressions only(Set<Regression> asked) {
        SortedMap<String, RegressionModel> some = new TreeMap<>(models);
        some.keySet().removeIf(name -> asked.stream().noneMatch(kind -> serves(kind, name)));
        return new Regressions(some);
    }

    private static boolean serves(Regression kind, String name) {
        return name.equals(kind.forecaster())
                || kind == Regression.BOOSTED_BY_SEGMENT
                        && (name.startsWith(kind.forecaster() + OF) || name.equals(Regression.BOOSTED.forecaster()));
    }

    /** What to tell people of the kinds that were asked for and could not be trained. */
    public Optional<String> missing(Set<Regression> asked, Origin origin) {
        Set<Regression> missing = new TreeSet<>(asked);
        missing.removeAll(kinds());
        if (!missing.contains(Regression.BOOSTED)) {
            missing.remove(Regression.BOOSTED_BY_SEGMENT); // the segments are too small, or one is nearly all
        }
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        boolean lacksLibrary = !missing.equals(Set.of(Regression.ELASTIC_NET)) && !NativeLibrary.loads();
        return Optional.of("No %s at origin %s: %s."
                .formatted(
                        missing.stream().map(Regression::forecaster).collect(Collectors.joining(", ")),
                        origin,
                        lacksLibrary
                                ? "XGBoost's native library cannot load on this machine"
                                : "less than %d rows of known buckets to learn from"
                                        .formatted(RegressionTrainer.LEAST_ROWS)));
    }

    /** Mean per step 1..horizon of each series, at least 0, by every kind. */
    public RegressionMeans means(List<SeriesContext> contexts, int horizon) {
        Map<Regression, Map<SeriesKey, double[]>> means = new EnumMap<>(Regression.class);
        kinds().forEach(kind -> means.put(kind, new HashMap<>()));
        for (int from = 0; from < contexts.size() && !means.isEmpty(); from += BATCH) {
            batch(contexts.subList(from, Math.min(from + BATCH, contexts.size())), horizon, means);
        }
        return RegressionMeans.of(means);
    }

    private void batch(List<SeriesContext> contexts, int horizon, Map<Regression, Map<SeriesKey, double[]>> means) {
        List<RegressionRows> demand = means.keySet().equals(Set.of(Regression.SCHEDULE_RATIO))
                ? List.of()
                : contexts.stream().map(c -> RegressionRows.of(c, horizon)).toList();
        means.forEach((kind, paths) -> {
            Stream<RegressionRows> rows =
                    switch (kind) {
                        case SCHEDULE_RATIO ->
                            contexts.stream()
                                    .filter(c -> c.programme().isPresent())
                                    .map(c -> RegressionRows.ofSchedule(c, horizon));
                        case ELASTIC_NET -> demand.stream().map(RegressionRows::bounded);
                        case BOOSTED, BOOSTED_BY_SEGMENT, FOREST -> demand.stream();
                    };
            rows.collect(Collectors.groupingBy(r -> model(kind, r.segment()), TreeMap::new, Collectors.toList()))
                    .forEach((name, theirs) -> paths.putAll(
                            Optional.ofNullable(models.get(name)).orElseThrow().means(theirs)));
        });
    }

    private String model(Regression kind, Segment segment) {
        String own = name(kind, segment);
        return models.containsKey(own)
                ? own
                : kind == Regression.BOOSTED_BY_SEGMENT ? Regression.BOOSTED.forecaster() : kind.forecaster();
    }

    /** Name and model, one after the other, each with its length before it. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            for (var model : models.entrySet()) {
                StringValue.of(model.getKey()).writeDelimitedTo(bytes);
                model.getValue().proto().writeDelimitedTo(bytes);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e); // memory has no such trouble
        }
        return bytes.toByteArray();
    }

    public static Regressions fromBytes(byte[] bytes) {
        SortedMap<String, RegressionModel> models = new TreeMap<>();
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        try {
            while (!in.isAtEnd()) {
                String name = StringValue.parseFrom(in.readByteArray()).getValue();
                models.put(name, RegressionModel.of(ModelProto.parseFrom(in.readByteArray())));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("The %d bytes are not stored models.".formatted(bytes.length), e);
        }
        return new Regressions(models);
    }
}
