package takt.kit.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import takt.kernel.PartnerId;
import takt.kit.caller.Audience;

class WindowTest {

    private static final String FOUNDRY = "BPNL00000000FFF1";
    private static final Audience HOUSE = new Audience.House();
    private static final Audience ITS = new Audience.Partner(new PartnerId(FOUNDRY));

    private static FeedEntry entry(long sequence, String partner) {
        FeedEntry entry = new FeedEntry();
        entry.sequence = sequence;
        entry.partner = partner.isEmpty() ? null : partner;
        return entry;
    }

    private static List<Long> seen(Window window, long position, Audience audience) {
        return window.after(position, audience, 100).stream()
                .map(e -> e.sequence)
                .toList();
    }

    @Test
    void theHouseSeesAllAPartnerWhatNamesItAndAnybodyElseNothing() {
        Window window = new Window(6, List.of())
                .plus(List.of(entry(7, ""), entry(8, FOUNDRY), entry(9, "BPNL00000000DDD1"), entry(10, FOUNDRY)));
        assertThat(seen(window, 6, HOUSE)).containsExactly(7L, 8L, 9L, 10L);
        assertThat(seen(window, 6, ITS)).containsExactly(8L, 10L);
        assertThat(seen(window, 8, ITS)).containsExactly(10L);
        assertThat(seen(window, 10, HOUSE)).isEmpty();
        assertThat(seen(window, 6, new Audience.Nobody())).isEmpty();
    }

    @Test
    void whatIsOlderThanTheWindowIsNotTakenForNothing() {
        Window window = new Window(0, List.of())
                .plus(LongStream.rangeClosed(1, 2_500)
                        .mapToObj(sequence -> entry(sequence, ""))
                        .toList());
        assertThat(window.covers(499)).as("500 entries have been dropped").isFalse();
        assertThat(window.covers(500)).isTrue();
        assertThat(window.last()).isEqualTo(2_500);
        assertThat(seen(window, 2_498, HOUSE)).containsExactly(2_499L, 2_500L);
    }
}
