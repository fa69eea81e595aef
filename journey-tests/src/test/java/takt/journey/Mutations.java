package takt.journey;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Requests in which one field is not as it should be: each field at any depth, missing, doubled, empty, huge or strange. */
final class Mutations {

    /** A request and what is wrong with it. */
    record Mutation(String about, Message request) {}

    private static final int DEEPEST = 4;
    private static final String ID = "7d3c1b58-6f0e-4a8e-9d55-0f4b7a6a2a11";
    private static final List<String> TEXTS = List.of(
            "",
            "\0",
            "a\0b",
            "x".repeat(3_000),
            "x".repeat(40_000),
            "x".repeat(70_000),
            "'; drop table part; --",
            "../../etc/passwd",
            "2001-02-30",
            "9e99",
            "\uD83D\uDE00".repeat(60),
            "%",
            "-1",
            "AA");

    private Mutations() {}

    /** Like a request that could be meant. */
    static Message plausible(Descriptor type) {
        return plausible(type, 0);
    }

    private static DynamicMessage plausible(Descriptor type, int depth) {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
        for (FieldDescriptor field : type.getFields()) {
            boolean isTaken =
                    field.getRealContainingOneof() != null && message.hasOneof(field.getRealContainingOneof());
            if (isTaken || field.isMapField() || depth > DEEPEST) {
                continue;
            }
            Object value = plausible(field, depth);
            message.setField(field, field.isRepeated() ? List.of(value) : value);
        }
        return message.build();
    }

    private static Object plausible(FieldDescriptor field, int depth) {
        return switch (field.getJavaType()) {
            case STRING -> text(field.getName());
            case INT -> 1;
            case LONG -> 1L;
            case FLOAT -> 1f;
            case DOUBLE -> 0.5;
            case BOOLEAN -> false;
            case BYTE_STRING -> ByteString.copyFromUtf8("x");
            case ENUM -> field.getEnumType().getValues().get(1);
            case MESSAGE -> plausible(field.getMessageType(), depth + 1);
        };
    }

    private static String text(String name) {
        return name.endsWith("id") ? ID : name.contains("week") ? "2001-04-02" : name.contains("token") ? "" : "DISC";
    }

    static List<Mutation> of(Descriptor type) {
        List<Mutation> mutations = new ArrayList<>();
        Message base = plausible(type);
        mutations.add(new Mutation("as it should be", base));
        mutations.add(new Mutation("empty", DynamicMessage.getDefaultInstance(type)));
        for (Mutation inner : of(base, 0)) {
            mutations.add(inner);
        }
        return mutations;
    }

    private static List<Mutation> of(Message message, int depth) {
        List<Mutation> mutations = new ArrayList<>();
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            if (field.isMapField()) {
                continue;
            }
            mutations.add(new Mutation(
                    field.getName() + " missing",
                    message.toBuilder().clearField(field).build()));
            for (Object value : values(field, depth)) {
                Object set = field.isRepeated() ? List.of(value) : value;
                mutations.add(new Mutation(
                        field.getName() + " = " + brief(value),
                        message.toBuilder().setField(field, set).build()));
            }
            if (field.isRepeated()) {
                for (int times : new int[] {2, 2_000}) {
                    mutations.add(new Mutation(
                            field.getName() + " x " + times,
                            message.toBuilder()
                                    .setField(field, Collections.nCopies(times, plausible(field, depth)))
                                    .build()));
                }
            }
        }
        return mutations;
    }

    private static List<?> values(FieldDescriptor field, int depth) {
        return switch (field.getJavaType()) {
            case STRING -> TEXTS;
            case INT -> List.of(0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> List.of(0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE);
            case FLOAT -> List.of(Float.NaN, Float.NEGATIVE_INFINITY, -1f);
            case DOUBLE -> List.of(Double.NaN, Double.POSITIVE_INFINITY, -1.0, 1e300);
            case BOOLEAN -> List.of(true);
            case BYTE_STRING -> List.of(ByteString.EMPTY, ByteString.copyFrom(new byte[50_000]));
            case ENUM ->
                List.of(
                        field.getEnumType().getValues().get(0),
                        field.getEnumType().findValueByNumberCreatingIfUnknown(99));
            case MESSAGE ->
                depth >= DEEPEST
                        ? List.of()
                        : of(plausible(field.getMessageType(), depth + 1), depth + 1).stream()
                                .map(Mutation::request)
                                .toList();
        };
    }

    private static String brief(Object value) {
        String text = String.valueOf(value).replace('\0', '?').replace("\n", " ");
        return text.length() <= 60 ? text : text.substring(0, 60) + "... (" + text.length() + ")";
    }
}
