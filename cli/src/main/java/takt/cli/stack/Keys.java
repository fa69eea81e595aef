package takt.cli.stack;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import takt.cli.term.UserError;

/** The local signing key and the tokens made with it. Whoever can read the key's folder can be anybody. */
public final class Keys {

    public static final String ISSUER = "takt-local";
    private static final Duration LOGIN = Duration.ofHours(12);
    /** Renewed by the keeper every half hour. */
    private static final Duration SERVICE = Duration.ofHours(4);

    private final Path folder;

    public Keys(StackLayout layout) {
        this.folder = layout.keys();
    }

    /** Creates the key pair unless it exists, and a fresh token for the services. */
    public void prepare() {
        try {
            Secrets.createFolder(folder);
            if (!Files.exists(folder.resolve("private.pem"))) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                KeyPair pair = generator.generateKeyPair();
                Secrets.write(
                        folder.resolve("private.pem"),
                        pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
                Secrets.write(
                        folder.resolve("public.pem"),
                        pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            }
            renewServiceToken();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot make RSA keys.", e);
        }
    }

    /** Writes a fresh token for the services, which read it at each call. */
    void renewServiceToken() {
        Secrets.write(folder.resolve("service.jwt"), sign("takt-service", List.of("service"), "", SERVICE));
    }

    /** A token for a login, valid for twelve hours. */
    public String token(Login login) {
        return token(login, LOGIN);
    }

    public String token(Login login, Duration validity) {
        return sign(login.name(), List.of(login.role()), login.partner(), validity);
    }

    private String sign(String name, List<String> roles, String partner, Duration validity) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("takt")
                .subject(name)
                .claim("upn", name)
                .claim("groups", roles)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plus(validity)));
        if (!partner.isEmpty()) {
            claims.claim("partner", partner);
        }
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims.build());
            token.sign(new RSASSASigner(privateKey()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The token for (%s) could not be signed.".formatted(name), e);
        }
    }

    private PrivateKey privateKey() {
        Path file = folder.resolve("private.pem");
        if (!Files.exists(file)) {
            throw new UserError(
                    "There is no signing key (%s).\nMaybe start the stack first: `./takt up`.".formatted(file));
        }
        try {
            String body = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new UserError(
                    "The signing key (%s) is damaged.\nMaybe delete it and start the stack again.".formatted(file));
        }
    }

    private static String pem(String type, byte[] encoded) {
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(type, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded), type);
    }
}
