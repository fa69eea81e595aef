package takt.ingest.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import takt.ingest.code.CodeBook;
import takt.ingest.kind.Cell;
import takt.ingest.kind.Column;
import takt.ingest.kind.Fact;
import takt.ingest.kind.FactKind;
import takt.ingest.kind.Known;
import takt.ingest.kind.Reading;
import takt.ingest.kind.Shape;
import takt.ingest.row.RawRow;
import takt.ingest.row.Rejection;

class JudgingTest {

    /** Stocks of parts. */
    private static final class Stocks implements FactKind<Stocks.Parts> {

        record Parts(CodeBook codes, List<String> taken) implements Known {}

        private static final Cell<String> PART = Cell.text("part");
        private static final Cell<Long> STOCK = Cell.whole("stock");
        private static final Shape SHAPE = Shape.of("stock", List.of(PART), List.of(STOCK));

        @Override
        public String name() {
            return "STOCKS";
        }

        @Override
        public String help() {
            return "Stocks.";
        }

        @Override
        public List<Column> columns() {
            return List.of(Column.needed("part", "P1", "The part."), Column.needed("stock", "80", "How much."));
        }

        @Override
        public Shape shape() {
            return SHAPE;
        }

        @Override
        public Fact read(RawRow row, Parts known) {
            return SHAPE.fact(PART.is(row.text("part")), STOCK.is(row.thousandths("stock")));
        }

        @Override
        public void taken(Fact fact, Parts known) {
            known.taken().add(fact.get(PART));
        }
    }

    private final Tally tally = new Tally();
    private final Stocks.Parts known = new Stocks.Parts(new CodeBook(Map.of(), Map.of()), new java.util.ArrayList<>());
    private final Judging judging = new Judging(List.of("part", "stock"), new Reading<>(new Stocks(), known), tally);

    private Judging.Batch judge(int line, String... cells) {
        return judging.judge(List.of(new SourceRow(line, Arrays.asList(cells))));
    }

    private List<Rejection> rejections() {
        return tally.report(new UUID(0, 1), false).rejections();
    }

    @Test
    void aGoodRowIsAFactAndLaterRowsAreJudgedByIt() {
        assertThat(judge(2, "P1", "80").facts())
                .singleElement()
                .satisfies(fact -> assertThat(fact.values()).containsExactly(80_000L));
        assertThat(known.taken()).containsExactly("P1");
        assertThat(tally.isClean()).isTrue();
    }

    @Test
    void ofTwoRowsAboutTheSameThingNoneIsTakenAndBothSayWhere() {
        judge(2, "P1", "80");
        Judging.Batch second = judge(5, "P1", "90");
        assertThat(second.facts()).isEmpty();
        assertThat(second.contested()).containsExactly(List.of("P1"));
        assertThat(rejections()).extracting(Rejection::line).containsExactly(2L, 5L);
        assertThat(rejections()).extracting(Rejection::reason).containsOnly("DUPLICATE_ROW");
    }

    @Test
    void aRowThatCannotBeReadContestsTheOtherOnesAboutTheSameThing() {
        judge(2, "P1", "80");
        Judging.Batch second = judge(3, "P1", "40 + 25");
        assertThat(second.contested()).containsExactly(List.of("P1"));
        assertThat(second.bad())
                .singleElement()
                .satisfies(bad -> assertThat(bad.rejection().reason()).isEqualTo("NOT_A_NUMBER"));
        assertThat(judge(4, "P1", "80").facts()).isEmpty();
    }

    @Test
    void aRowThatIsNoGoodLeavesNoTrace() {
        judge(2, "P1", "-80");
        assertThat(known.taken()).isEmpty();
    }

    @Test
    void whatNobodyCanSeeOrKeepIsShownAsSomethingAndCut() {
        Judging.Batch invisible = judge(2, "P\0", "1");
        assertThat(invisible.bad().get(0).cells()).containsExactly("P\uFFFD", "1");
        assertThat(invisible.bad().get(0).rejection().reason()).isEqualTo("CONTROL_CHARACTER");
        Judging.Batch endless = judge(3, "P".repeat(5_000), "1");
        assertThat(endless.bad().get(0).cells().get(0)).hasSize(1_003).endsWith("...");
        assertThat(endless.bad().get(0).rejection().reason()).isEqualTo("CELL_TOO_LONG");
    }

    @Test
    void whatLandedAndWasTakenBackIsCountedOnce() {
        tally.landed(3, 5);
        tally.withdrawn(2, 1);
        Report report = tally.report(new UUID(0, 1), false);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(report.repeated().unchanged()).isEqualTo(3);
    }
}
