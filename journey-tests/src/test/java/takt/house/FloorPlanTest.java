package takt.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The floor plan, over the compiled classes of every module. Each rule is also shown a house that breaks it. */
class FloorPlanTest {

    private static final List<String> MODULES = List.of(
            "kernel",
            "forecast-engine",
            "service-kit",
            "ingest",
            "forecast-service",
            "sharing-service",
            "capacity-service",
            "planner-ui",
            "cli");
    private static final String[] ROOMS = {
        "takt.kernel..",
        "takt.engine..",
        "takt.ingest.row..",
        "takt.ingest.code..",
        "takt.ingest.kind..",
        "takt.forecast.ingest..",
        "takt.forecast.cleanse..",
        "takt.forecast.quality..",
        "takt.forecast.version..",
        "takt.forecast.training..",
        "takt.sharing.network..",
        "takt.sharing.explosion..",
        "takt.sharing.visibility..",
        "takt.sharing.publication..",
        "takt.capacity.declaration..",
        "takt.capacity.commitment..",
        "takt.capacity.matching..",
        "takt.capacity.alert..",
        "broken.room.."
    };
    private static final String[] ENGINE_ROOMS = {
        "takt.engine",
        "takt.engine.series..",
        "takt.engine.features..",
        "takt.engine.model..",
        "takt.engine.backtest..",
        "takt.engine.selection.."
    };

    private static JavaClasses house() {
        Path[] folders =
                MODULES.stream().map(m -> Path.of("..", m, "target", "classes")).toArray(Path[]::new);
        assertThat(folders)
                .allSatisfy(folder -> assertThat(Files.isDirectory(folder))
                        .as(folder + " is built")
                        .isTrue());
        return new ClassFileImporter().importPaths(folders);
    }

    private static JavaClasses brokenHouse() {
        return new ClassFileImporter().importPackages("broken");
    }

    private static Map<String, ArchRule> rules() {
        return Map.of(
                "rooms use the JDK's plain packages, the kernel, the engine and JSpecify alone",
                classes()
                        .that(resideInAnyPackage(ROOMS).and(not(resideInAPackage("takt.engine.tribuo.."))))
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(
                                "java.lang..",
                                "java.util..",
                                "java.time..",
                                "java.math..",
                                "java.nio.charset..",
                                "takt.kernel..",
                                "takt.engine..",
                                "takt.ingest.row..",
                                "takt.ingest.code..",
                                "takt.ingest.kind..",
                                "org.jspecify..",
                                "takt.forecast.ingest..",
                                "takt.forecast.cleanse..",
                                "takt.forecast.quality..",
                                "takt.forecast.version..",
                                "takt.forecast.training..",
                                "takt.sharing.network..",
                                "takt.sharing.explosion..",
                                "takt.sharing.visibility..",
                                "takt.sharing.publication..",
                                "takt.capacity.declaration..",
                                "takt.capacity.commitment..",
                                "takt.capacity.matching..",
                                "takt.capacity.alert..",
                                "java.text..", // where one character of a text ends and the next begins
                                "org.apache.commons.statistics..",
                                "org.ejml..",
                                "org.apache.commons.text.similarity..",
                                "broken.room..")),
                "rooms never look at use cases, doors or wiring",
                noClasses()
                        .that()
                        .resideInAnyPackage(ROOMS)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("..run..", "..usecase..", "..adapter..", "..wiring.."),
                "Tribuo is known in one place",
                noClasses()
                        .that()
                        .resideOutsideOfPackage("takt.engine.tribuo..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.tribuo.."),
                "rooms do not wait: no Mutiny, no Vert.x",
                noClasses()
                        .that()
                        .resideInAnyPackage(ROOMS)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.smallrye..", "io.vertx.."),
                "doors do not know each other",
                slices().matching("(takt|broken).(*).adapter.(*)..").should().notDependOnEachOther(),
                "no service knows another one's Java",
                slices().matching("(*).(forecast|sharing|capacity|ui|cli|one|two)..")
                        .should()
                        .notDependOnEachOther(),
                "rooms do not read the clock or throw dice",
                noClasses()
                        .that()
                        .resideInAnyPackage(ROOMS)
                        .should()
                        .callMethod(java.time.LocalDate.class, "now")
                        .orShould()
                        .callMethod(java.time.Instant.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(Math.class, "random"));
    }

    @TestFactory
    Stream<DynamicTest> theHouseKeepsTheRule() {
        JavaClasses house = house();
        return rules().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(house)));
    }

    @TestFactory
    Stream<DynamicTest> theRuleSeesABrokenHouse() {
        JavaClasses broken = brokenHouse();
        return rules().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThat(rule.getValue().evaluate(broken).hasViolation())
                                .isTrue()));
    }

    @Test
    void theRoomsThatTheRulesGuardExist() {
        JavaClasses house = house();
        assertThat(Stream.concat(Stream.of(ROOMS), Stream.of(ENGINE_ROOMS)).filter(r -> !r.startsWith("broken")))
                .allSatisfy(room -> assertThat(house.stream()
                                .anyMatch(c -> resideInAPackage(room).test(c)))
                        .as(room)
                        .isTrue());
    }

    @Test
    void theKernelStaysSmall() {
        assertThat(house().stream()
                        .filter(c -> c.getPackageName().equals("takt.kernel")
                                && c.isTopLevelClass()
                                && !c.getSimpleName().equals("package-info")))
                .hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void theEngineHasNoCircles() {
        slices().matching("takt.engine.(*)..").should().beFreeOfCycles().check(house());
        slices().matching("takt.sharing.(*)..").should().beFreeOfCycles().check(house());
    }
}
