package takt.kit.db;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import takt.proto.cause.CauseParts;

/** Causes in columns of type {@code jsonb}, so that a query can ask for their figures. */
public final class CauseJson {

    private static final String ALL = "causes";

    private CauseJson() {}

    public static JsonObject of(Object cause) {
        CauseParts parts = CauseParts.of(cause);
        return new JsonObject()
                .put("code", parts.code())
                .put("figures", new JsonObject(new TreeMap<>(parts.figures())))
                .put("names", new JsonObject(new TreeMap<>(parts.names())));
    }

    /** Several in order. */
    public static JsonObject of(List<?> causes) {
        return new JsonObject()
                .put(ALL, new JsonArray(causes.stream().map(cause -> of(cause)).toList()));
    }

    public static CauseParts parts(JsonObject json) {
        return new CauseParts(
                json.getString("code"),
                map(json.getJsonObject("figures", new JsonObject()), value -> ((Number) value).doubleValue()),
                map(json.getJsonObject("names", new JsonObject()), Object::toString));
    }

    /** Those of several that are a sealed interface's. */
    public static <T> List<T> those(Class<T> causes, JsonObject json) {
        return all(json)
                .filter(parts -> parts.isOneOf(causes))
                .map(parts -> parts.as(causes))
                .toList();
    }

    private static Stream<CauseParts> all(JsonObject json) {
        return json.getJsonArray(ALL).stream().map(one -> parts((JsonObject) one));
    }

    private static <T> SortedMap<String, T> map(JsonObject json, Function<Object, T> value) {
        return json.stream()
                .collect(
                        Collectors.toMap(Map.Entry::getKey, e -> value.apply(e.getValue()), (a, b) -> b, TreeMap::new));
    }
}
