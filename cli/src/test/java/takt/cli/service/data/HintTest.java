package takt.cli.service.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import org.junit.jupiter.api.Test;
import takt.cli.source.Asked;
import takt.cli.source.SameKey;
import takt.proto.type.v1.ImportReport;
import takt.proto.type.v1.Rejection;

/** What is advised works when it is followed; where nobody can know, nothing is named. */
class HintTest {

    private static String advice(String lacks, String... header) {
        StatusRuntimeException refused = Status.INVALID_ARGUMENT
                .withDescription("The header %s lacks [%s].".formatted(List.of(header), lacks))
                .asRuntimeException();
        String message = Hint.columns(refused, List.of(header)).getMessage();
        return message.substring(message.indexOf("value: ") + 7);
    }

    @Test
    void columnsAreNamedAsTheFileHasThemWhereTheirNamesSayWhatTheyAre() {
        assertThat(advice("part, site, demand", "Month", "Sales"))
                .isEqualTo("--set part=... --set site=... --map demand=Sales");
        assertThat(advice("part, site, demand", "plant", "month", "material", "qty"))
                .isEqualTo("--map part=material --map site=plant --map demand=qty");
        assertThat(advice("part, site, one of week, month, day, demand", "Monat", "Absatz"))
                .isEqualTo("--set part=... --set site=... --map month=Monat --map demand=Absatz");
        assertThat(advice("demand", "part", "site", "month", "Vehicle Sales"))
                .isEqualTo("--map demand=\"Vehicle Sales\"");
    }

    @Test
    void aColumnOfWhichNothingIsKnownIsNotGuessed() {
        assertThat(advice("demand", "part", "site", "week", "KW50", "X")).isEqualTo("--map demand=...");
    }

    @Test
    void anotherFailureStaysAsItIs() {
        StatusRuntimeException other = Status.UNAVAILABLE.asRuntimeException();
        assertThat(Hint.columns(other, List.of("part"))).isSameAs(other);
    }

    @Test
    void refusedRowsGetTheOptionThatReadsThem() {
        ImportReport report = ImportReport.newBuilder()
                .addRejections(Rejection.newBuilder().setReason("DATE_INVALID"))
                .addRejections(Rejection.newBuilder().setReason("DUPLICATE_ROW"))
                .build();
        assertThat(Hint.rows(report, Asked.NOTHING)).hasSize(2).anyMatch(h -> h.contains("--date-format"));
        assertThat(Hint.rows(report, new Asked(null, null, null, "dd.MM.yy", SameKey.refuse)))
                .containsExactly(
                        "Rows about the same thing are added up with --same-key add; --same-key last takes the last.");
        assertThat(Hint.rows(ImportReport.getDefaultInstance(), Asked.NOTHING)).isEmpty();
    }
}
