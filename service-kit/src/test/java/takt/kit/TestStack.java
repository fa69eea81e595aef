package takt.kit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** A PostgreSQL of its own for a test run, a signing key, and tokens made with it. */
public final class TestStack implements QuarkusTestResourceLifecycleManager {

    private static final KeyPair KEYS = keys();

    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder().start();
            Path publicKey = Files.createTempFile("takt-test", ".pem");
            publicKey.toFile().deleteOnExit();
            Files.writeString(
                    publicKey,
                    "-----BEGIN PUBLIC KEY-----\n"
                            + Base64.getMimeEncoder()
                                    .encodeToString(KEYS.getPublic().getEncoded())
                            + "\n-----END PUBLIC KEY-----\n");
            return Map.of(
                    "TAKT_DB", "127.0.0.1:" + postgres.getPort() + "/postgres",
                    "TAKT_DB_USER", "postgres",
                    "TAKT_DB_PASSWORD", "postgres",
                    "TAKT_PUBLIC_KEY", publicKey.toUri().toString(),
                    "takt.business-date", "2001-04-02",
                    "takt.follow", "false");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A valid token; an empty partner leaves the claim out. */
    public static String token(String name, String role, String partner) {
        return sign(KEYS, name, role, partner, Instant.now().plusSeconds(600));
    }

    public static String expiredToken(String role) {
        return sign(KEYS, "late", role, "", Instant.now().minusSeconds(600));
    }

    /** A token that somebody else signed. */
    public static String forgedToken(String role) {
        return sign(keys(), "forger", role, "", Instant.now().plusSeconds(600));
    }

    private static String sign(KeyPair keys, String name, String role, String partner, Instant expires) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer("takt-local")
                .audience("takt")
                .subject(name)
                .claim("upn", name)
                .claim("groups", List.of(role))
                .issueTime(Date.from(expires.minusSeconds(1200)))
                .expirationTime(Date.from(expires));
        if (!partner.isEmpty()) {
            claims.claim("partner", partner);
        }
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims.build());
            token.sign(new RSASSASigner(keys.getPrivate()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
