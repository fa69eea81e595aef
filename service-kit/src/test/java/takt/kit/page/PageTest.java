package takt.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import takt.kit.error.TaktException;

class PageTest {

    @Test
    void aFullPageSaysWhereTheNextOneBeginsAndTheLastOneNothing() {
        assertThat(Page.afterKey(Page.next(List.of("BOLT", "DISC"), 2, part -> part)))
                .isEqualTo("DISC");
        assertThat(Page.next(List.of("BOLT"), 2, part -> part)).isEmpty();
        assertThat(Page.afterOffset(Page.next(List.of("BOLT", "DISC"), 2, 40))).isEqualTo(42);
        assertThat(Page.afterOffset("")).isZero();
    }

    @Test
    void aSizeOfZeroIsTheUsualOneAndNoneIsTooLargeInSilence() {
        assertThat(Page.size(0, 50, 200)).isEqualTo(50);
        assertThat(Page.size(200, 50, 200)).isEqualTo(200);
        assertThatThrownBy(() -> Page.size(201, 50, 200))
                .isInstanceOf(TaktException.class)
                .hasMessageContaining("201");
        assertThatThrownBy(() -> Page.size(-1, 50, 200)).isInstanceOf(TaktException.class);
    }

    @Test
    void aTokenThatIsNotOursIsRefused() {
        for (String token : List.of("???", "LTE", "AA")) { // no token at all; -1; U+0000
            assertThatThrownBy(() -> Page.afterOffset(token)).isInstanceOf(TaktException.class);
        }
    }
}
