package takt.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;

/** A token is used until a minute before its end, and no longer than its session. */
class TokensTest {

    private static final Issuer SILENT = new Issuer() {
        @Override
        public Uni<RestResponse<Issued>> login(Attempt attempt) {
            return Uni.createFrom().nothing();
        }

        @Override
        public Uni<RestResponse<Issued>> token(Session session) {
            return Uni.createFrom().nothing();
        }

        @Override
        public Uni<RestResponse<Issued>> logout(Session session) {
            return Uni.createFrom().nothing();
        }
    };

    private Instant now = Instant.parse("2026-11-28T06:00:00Z");
    private final Tokens tokens = new Tokens(SILENT, "takt", new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void aTokenOfFiveMinutesServesForFour() {
        tokens.hold("id", new Issuer.Issued("id", "anna", "jwt", 300));
        now = now.plus(Duration.ofSeconds(239));
        assertThat(tokens.held("id")).contains("jwt");
        now = now.plus(Duration.ofSeconds(1));
        assertThat(tokens.held("id")).isEmpty();
    }

    @Test
    void whoLoggedOutHasNone() {
        tokens.hold("id", new Issuer.Issued("id", "anna", "jwt", 300));
        tokens.hold("other", new Issuer.Issued("other", "bert", "jwt2", 300));
        tokens.drop("id");
        assertThat(tokens.held("id")).isEmpty();
        assertThat(tokens.held("other")).contains("jwt2");
    }
}
