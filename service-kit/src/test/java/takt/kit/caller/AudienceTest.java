package takt.kit.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import takt.kernel.PartnerId;
import takt.kit.error.TaktException;

/** Who is shown what follows from the roles of a login, and from nothing that is missing. */
class AudienceTest {

    private static final PartnerId FOUNDRY = new PartnerId("BPNL00000000T201");
    private static final PartnerId OTHER = new PartnerId("BPNL00000000T202");

    private static Audience of(String roles) {
        Set<String> all = roles.isEmpty() ? Set.of() : Set.of(roles.split(" "));
        return new Caller("anna", all, Optional.of(FOUNDRY)).audience();
    }

    @ParameterizedTest(name = "{0}: its own {1}, others {2}")
    @CsvSource({
        "planner, true, true",
        "data-scientist, true, true",
        "operator, true, true",
        "service, true, true",
        "supplier, true, false",
        "supplier planner, true, false",
        "carrier, false, false",
        "Planner, false, false",
        "'', false, false"
    })
    void theTruthTable(String roles, boolean own, boolean others) {
        Audience audience = of(roles);
        assertThat(audience.sees(FOUNDRY)).isEqualTo(own);
        assertThat(audience.sees(OTHER)).isEqualTo(others);
        assertThat(audience.isHouse()).isEqualTo(others);
        assertThat(audience.partner()).isEqualTo(own && !others ? FOUNDRY.value() : "");
    }

    @Test
    void aSupplierWithoutAPartnerIsRefused() {
        Caller nobody = new Caller("anna", Set.of(Roles.SUPPLIER), Optional.empty());
        assertThatThrownBy(nobody::audience).isInstanceOf(TaktException.class).hasMessageContaining("anna");
    }
}
