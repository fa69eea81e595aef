package takt.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parses the manifests strictly, field by field, and looks for what an operator relies on. */
class ManifestTest {

    private static final Path BASE = Path.of("../k8s/base");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "Deployment", Deployment.class,
            "Service", Service.class,
            "ConfigMap", ConfigMap.class,
            "NetworkPolicy", NetworkPolicy.class);

    private static List<HasMetadata> parse(String text) throws Exception {
        List<HasMetadata> found = new ArrayList<>();
        try (MappingIterator<Map<String, Object>> documents =
                YAML.readerForMapOf(Object.class).readValues(text)) {
            while (documents.hasNext()) {
                Map<String, Object> document = documents.next();
                HasMetadata resource = YAML.convertValue(document, KINDS.get(String.valueOf(document.get("kind"))));
                requireNothingUnknown(resource, resource.getKind());
                found.add(resource);
            }
        }
        return found;
    }

    /** The model takes any field and keeps what it does not know aside; walks through it and refuses such fields. */
    private static void requireNothingUnknown(Object node, String path) throws ReflectiveOperationException {
        if (node instanceof Iterable<?> items) {
            for (Object item : items) {
                requireNothingUnknown(item, path);
            }
        } else if (node != null && node.getClass().getName().startsWith("io.fabric8.kubernetes.api.model")) {
            for (Method method : node.getClass().getMethods()) {
                boolean getter = method.getName().startsWith("get")
                        && method.getParameterCount() == 0
                        && !method.getName().equals("getClass");
                if (getter && method.getName().equals("getAdditionalProperties")) {
                    Map<?, ?> unknown = (Map<?, ?>) method.invoke(node);
                    if (unknown != null && !unknown.isEmpty()) {
                        throw new IllegalArgumentException("Unknown field " + path + "." + unknown.keySet());
                    }
                } else if (getter && !method.getReturnType().isPrimitive()) {
                    requireNothingUnknown(
                            method.invoke(node), path + "." + method.getName().substring(3));
                }
            }
        }
    }

    private static List<Deployment> deployments() throws Exception {
        List<Deployment> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(BASE)) {
            for (Path file :
                    files.filter(f -> !f.endsWith("kustomization.yaml")).toList()) {
                parse(Files.readString(file)).stream()
                        .filter(Deployment.class::isInstance)
                        .map(Deployment.class::cast)
                        .forEach(found::add);
            }
        }
        return found;
    }

    @Test
    void everyServiceHasADeploymentAndTheKustomizationNamesEveryFile() throws Exception {
        assertThat(deployments())
                .extracting(d -> d.getMetadata().getName())
                .containsExactlyInAnyOrder(
                        "forecast-service", "sharing-service", "capacity-service", "planner-ui", "issuer");
        Map<?, ?> kustomization =
                YAML.readValue(BASE.resolve("kustomization.yaml").toFile(), Map.class);
        try (Stream<Path> files = Files.list(BASE)) {
            assertThat(((List<?>) kustomization.get("resources")).stream().map(String::valueOf))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(f -> f.getFileName().toString())
                                    .filter(f -> !f.equals("kustomization.yaml"))
                                    .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"forecast-service", "sharing-service", "capacity-service", "planner-ui", "issuer"})
    void itRunsUnprivilegedWithProbesAndLimits(String name) throws Exception {
        Deployment deployment = deployments().stream()
                .filter(d -> d.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow();
        var pod = deployment.getSpec().getTemplate().getSpec();
        Container container = pod.getContainers().get(0);
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        if (name.equals("issuer")) {
            assertThat(container.getReadinessProbe().getTcpSocket()).isNotNull();
        } else {
            assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/q/health/ready");
        }
        assertThat(container.getLivenessProbe()).isNotNull();
        assertThat(container.getStartupProbe()).isNotNull();
        assertThat(container.getResources().getLimits()).containsKey("memory");
        assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
                .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
    }

    /** The signing key and the passwords' hashes lie where nobody from outside has a door. */
    @Test
    void theIssuersKeysAreItsOwn() throws Exception {
        for (Deployment deployment : deployments()) {
            boolean isIssuer = deployment.getMetadata().getName().equals("issuer");
            assertThat(deployment.getSpec().getTemplate().getSpec().getVolumes().stream()
                            .filter(v -> v.getSecret() != null)
                            .map(v -> v.getSecret().getSecretName()))
                    .isNotEmpty()
                    .allMatch(secret -> secret.equals("takt-issuer-keys") == isIssuer);
        }
    }

    @Test
    void aMisspeltFieldIsFound() {
        assertThatThrownBy(() -> parse("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: x}
                spec: {replicsa: 1}
                """)).hasMessageContaining("Deployment.Spec.[replicsa]");
    }
}
