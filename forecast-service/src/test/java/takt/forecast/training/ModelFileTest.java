package takt.forecast.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import takt.engine.selection.ChoiceCause;
import takt.engine.series.SeriesKey;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;

class ModelFileTest {

    private static final ChoiceCause NOW =
            new ChoiceCause.NothingHeldOut("nb-ew", "lumpy monthly parts", ChoiceCause.Fallback.SHORT_HISTORY);

    private static ModelFile file(ChoiceCause cause, int learnt) {
        SeriesKey key = new SeriesKey(new PartNumber("A"), new SiteId("BPNS000000000001"));
        return new ModelFile(0, key, "lumpy monthly parts", "nb-ew", cause, new byte[] {(byte) learnt});
    }

    @Test
    void aModelReproducedFromAnOlderBuildIsTheSameThoughItsCauseWasASentence() {
        ModelFile old = file(new ChoiceCause.Told("nb-ew: nothing was held out."), 7);
        assertThat(file(NOW, 7).isSameAs(old)).isTrue();
        assertThat(file(NOW, 8).isSameAs(old)).isFalse();
    }

    @Test
    void anotherCauseIsADifference() {
        assertThat(file(NOW, 7).isSameAs(file(NOW, 7))).isTrue();
        assertThat(file(NOW, 7).isSameAs(file(new ChoiceCause.NothingKnown(), 7)))
                .isFalse();
    }
}
