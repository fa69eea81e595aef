package takt.ingest.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import takt.ingest.code.Spelling.Difference;

class SuggestionsTest {

    private static final CodeBook KNOWN =
            new CodeBook(Map.of(CodeKind.PART, Set.of("BRK-4711", "BRK 47-11", "CST-100")), Map.of());
    private static final Set<Rule> MARKS = Set.of(new Rule(CodeKind.PART, Difference.MARKS));

    private static Suggestions of(String code, Reference... rejected) {
        return Suggestions.of(List.of(new UnknownCode(CodeKind.PART, code, 7)), Set.of(rejected), KNOWN);
    }

    @Test
    void aCodeThatIsLikeOneKnownOneIsTakenForItWhereARuleSaysSo() {
        Suggestion only = of("CST100").all().get(0);
        assertThat(only.reference()).isEqualTo(new Reference(CodeKind.PART, "CST100", "CST-100"));
        assertThat(only.rows()).isEqualTo(7);
        assertThat(only.isRuled(MARKS)).isTrue();
        assertThat(only.isRuled(Set.of(new Rule(CodeKind.SITE, Difference.MARKS))))
                .isFalse();
        assertThat(only.isRuled(Set.of())).isFalse();
    }

    @Test
    void ofTwoThatItIsLikeNoRuleChooses() {
        assertThat(of("BRK4711").all()).hasSize(2).noneMatch(s -> s.isRuled(MARKS));
    }

    @Test
    void whatWasRejectedIsNotProposedAgainAndLeavesTheOther() {
        Suggestions left = of("BRK4711", new Reference(CodeKind.PART, "BRK4711", "BRK-4711"));
        assertThat(left.all())
                .singleElement()
                .satisfies(s -> assertThat(s.isRuled(MARKS)).isTrue());
        assertThat(of("CST100", new Reference(CodeKind.PART, "CST100", "CST-100")))
                .isEqualTo(new Suggestions(List.of(), 1));
    }
}
