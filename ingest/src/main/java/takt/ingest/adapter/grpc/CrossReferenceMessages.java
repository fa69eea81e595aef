package takt.ingest.adapter.grpc;

import java.util.Optional;
import takt.ingest.code.CodeKind;
import takt.ingest.code.Reference;
import takt.ingest.code.Rule;
import takt.ingest.code.Spelling.Difference;
import takt.kit.error.TaktException;
import takt.proto.ingest.v1.CrossReference;
import takt.proto.ingest.v1.CrossReferenceRule;

/** Other codes, in our words and the contract's. */
final class CrossReferenceMessages {

    private static final int LONGEST = 100;

    private CrossReferenceMessages() {}

    static Rule sound(CrossReferenceRule rule) {
        Optional<CodeKind> kind = CrossReferenceGrpc.KINDS.ours(rule.getKind());
        Optional<Difference> difference =
                CrossReferenceGrpc.DIFFERENCES.ours(rule.getDifference()).filter(Difference::mayBeRuled);
        if (kind.isEmpty() || difference.isEmpty()) {
            throw TaktException.invalid(
                    "RULE_INVALID", "rule", "A rule names a kind and a difference, and no rule decides on slips.");
        }
        return new Rule(kind.get(), difference.get());
    }

    static Reference sound(CrossReference reference) {
        boolean isSound = isSound(reference.getCode()) && isSound(reference.getMeans());
        CodeKind kind = CrossReferenceGrpc.KINDS.ours(reference.getKind()).orElse(null);
        if (kind == null || !isSound) {
            throw TaktException.invalid(
                    "CROSS_REFERENCE_REJECTED",
                    "reference",
                    "A cross-reference names a kind, a code and what it means, each of 1 to %d characters."
                            .formatted(LONGEST));
        }
        return new Reference(kind, reference.getCode(), reference.getMeans());
    }

    static boolean isSound(String code) {
        return !code.isBlank() && code.length() <= LONGEST && code.indexOf('\0') < 0;
    }

    static CrossReference message(Reference reference) {
        return CrossReference.newBuilder()
                .setKind(CrossReferenceGrpc.KINDS.contract(reference.kind()))
                .setCode(reference.code())
                .setMeans(reference.means())
                .build();
    }
}
