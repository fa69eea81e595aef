package takt.proto.cause;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import takt.proto.type.v1.Cause;

/**
 * A cause taken apart: a record's name as its code, its numbers as figures, all else as names. So a cause is written once,
 * as a record of a sealed interface, and the contract and the tables follow.
 *
 * @param figures numbers by component; one that is not finite is left out
 * @param names texts, days, enum constants, days in a row, and {@code true}; an empty one is left out
 */
public record CauseParts(String code, SortedMap<String, Double> figures, SortedMap<String, String> names) {

    private static final String COMMA = ", ";

    /** @param cause a record */
    public static CauseParts of(Object cause) {
        CauseParts parts = new CauseParts(code(cause.getClass()), new TreeMap<>(), new TreeMap<>());
        for (RecordComponent component : cause.getClass().getRecordComponents()) {
            try {
                parts.put(component.getName(), component.getAccessor().invoke(cause));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The cause (%s) cannot be read.".formatted(cause), e);
            }
        }
        return parts;
    }

    public static CauseParts read(Cause message) {
        return new CauseParts(
                message.getCode(), new TreeMap<>(message.getFiguresMap()), new TreeMap<>(message.getNamesMap()));
    }

    public Cause message() {
        return Cause.newBuilder()
                .setCode(code)
                .putAllFigures(figures)
                .putAllNames(names)
                .build();
    }

    /** For example HELD_OUT. */
    public static String code(Class<?> cause) {
        return cause.getSimpleName().replaceAll("(?<=.)(?=\\p{Lu})", "_").toUpperCase(Locale.ROOT);
    }

    /** Whether it is one of a sealed interface's records. */
    public boolean isOneOf(Class<?> causes) {
        return Stream.of(causes.getPermittedSubclasses()).anyMatch(c -> code(c).equals(code));
    }

    /** Puts it together again as one of a sealed interface's records; figures left out become NaN or 0. */
    public <T> T as(Class<T> causes) {
        Class<?> type = Stream.of(causes.getPermittedSubclasses())
                .filter(c -> code(c).equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("The cause (%s) is none of %s.\nMaybe a newer build wrote it."
                                .formatted(code, causes.getSimpleName())));
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return causes.cast(constructor.newInstance(
                    Stream.of(components).map(this::value).toArray()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("The cause (%s) cannot be put together.".formatted(this), e);
        }
    }

    private void put(String name, Object value) {
        if (value instanceof Number number) {
            if (Double.isFinite(number.doubleValue())) {
                figures.put(name, number.doubleValue());
            }
        } else {
            String text = value instanceof List<?> list
                    ? list.stream().map(Object::toString).collect(Collectors.joining(COMMA))
                    : value.toString();
            if (!text.isEmpty() && !text.equals("false")) {
                names.put(name, text);
            }
        }
    }

    private Object value(RecordComponent component) {
        Class<?> type = component.getType();
        String text = names.getOrDefault(component.getName(), "");
        if (type == double.class) {
            return figures.getOrDefault(component.getName(), Double.NaN);
        }
        if (type == int.class || type == long.class) {
            double figure = figures.getOrDefault(component.getName(), 0.0);
            return type == int.class ? (Object) (int) figure : (Object) (long) figure;
        }
        if (type == boolean.class) {
            return text.equals("true");
        }
        if (type == List.class) {
            Class<?> of = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            return Arrays.stream(text.split(COMMA))
                    .filter(one -> !one.isEmpty())
                    .map(one -> parse(of, one))
                    .toList();
        }
        return parse(type, text);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object parse(Class<?> type, String text) {
        if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        return type.isEnum() ? Enum.valueOf((Class) type, text) : text;
    }

    /** A figure, or another where it is left out. */
    public double figure(String name, double otherwise) {
        return figures.getOrDefault(name, otherwise);
    }

    /** A name; empty where it is left out. */
    public String name(String name) {
        return names.getOrDefault(name, "");
    }
}
