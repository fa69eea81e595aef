package takt.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import takt.kernel.BucketCalendar;
import takt.kernel.DemandCategory;
import takt.proto.type.v1.Calendar;

class MirrorTest {

    private enum Fewer {
        DAY,
        ISO_WEEK
    }

    private enum More {
        DAY,
        ISO_WEEK,
        MONTH,
        QUARTER
    }

    @Test
    void eachConstantHasItsOwnAndWhatWasNotSaidHasNone() {
        assertThat(Mirror.CALENDAR.contract(BucketCalendar.ISO_WEEK)).isEqualTo(Calendar.CALENDAR_ISO_WEEK);
        assertThat(Mirror.CALENDAR.ours(Calendar.CALENDAR_MONTH)).contains(BucketCalendar.MONTH);
        assertThat(Mirror.CALENDAR.ours(Calendar.CALENDAR_UNSPECIFIED)).isEmpty();
        assertThat(Mirror.CALENDAR.ours(Calendar.UNRECOGNIZED)).isEmpty();
        assertThat(DemandCategory.values())
                .allSatisfy(own -> assertThat(Mirror.CATEGORY.ours(Mirror.CATEGORY.contract(own)))
                        .contains(own));
    }

    @Test
    void aMirrorWithAHoleIsNone() {
        assertThatThrownBy(() -> Mirror.of(Calendar.class, Fewer.class)).hasMessageContaining("CALENDAR_MONTH");
        assertThatThrownBy(() -> Mirror.of(Calendar.class, More.class)).hasMessageContaining("CALENDAR_QUARTER");
    }
}
