package takt.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
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
    /** A room is every package of a service, of the firewall or of the engine that is not named below, and the kernel. */
    private static final DescribedPredicate<JavaClass> ROOMS = resideInAnyPackage(
                    "takt.kernel..",
                    "takt.engine..",
                    "takt.ingest.(*)..",
                    "takt.forecast.(*)..",
                    "takt.sharing.(*)..",
                    "takt.capacity.(*)..",
                    "broken.room..")
            .and(not(resideInAnyPackage("takt.*.usecase..", "takt.*.adapter..", "takt.*.wiring..")))
            .as("rooms");

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
                "rooms use the JDK's plain packages, the kernel, the engine, the firewall's rooms and JSpecify alone",
                classes()
                        .that(ROOMS.and(not(resideInAPackage("takt.engine.tribuo.."))))
                        .should()
                        .onlyDependOnClassesThat(ROOMS.or(resideInAnyPackage(
                                "java.lang..",
                                "java.util..",
                                "java.time..",
                                "java.math..",
                                "java.nio",
                                "java.nio.charset..",
                                "java.security..", // hashes
                                "java.text..", // where one character of a text ends and the next begins
                                "org.jspecify..",
                                "org.apache.commons.statistics..",
                                "org.ejml..",
                                "org.apache.commons.text.similarity..",
                                "com.carrotsearch.hppc.."))),
                "rooms never look at use cases, doors or wiring",
                noClasses()
                        .that(ROOMS)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("..usecase..", "..adapter..", "..wiring.."),
                "use cases know ports, not what stands behind them: no door, no database, no contract",
                noClasses()
                        .that()
                        .resideInAPackage("..usecase..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "..adapter..",
                                "io.vertx.sqlclient..",
                                "io.vertx.mutiny.sqlclient..",
                                "org.hibernate..",
                                "takt.proto.."),
                "no module has a circle of packages",
                slices().matching("(takt|broken).(*).(*)..").should().beFreeOfCycles(),
                "Tribuo is known in one place",
                noClasses()
                        .that()
                        .resideOutsideOfPackage("takt.engine.tribuo..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.tribuo.."),
                "rooms do not wait: no Mutiny, no Vert.x",
                noClasses()
                        .that(ROOMS)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.smallrye..", "io.vertx.."),
                "doors do not know each other",
                slices().matching("(takt|broken).(forecast|sharing|capacity|one).adapter.(*)..")
                        .should()
                        .notDependOnEachOther(),
                "no service knows another one's Java",
                slices().matching("(*).(forecast|sharing|capacity|ui|cli|one|two)..")
                        .should()
                        .notDependOnEachOther(),
                "rooms do not read the clock or throw dice",
                noClasses()
                        .that(ROOMS)
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
    void aRoomIsGuardedTheDayItIsBorn() {
        assertThat(house().stream().filter(ROOMS).map(c -> c.getPackageName()).distinct())
                .contains(
                        "takt.kernel",
                        "takt.engine",
                        "takt.engine.series",
                        "takt.ingest.row",
                        "takt.forecast.master",
                        "takt.forecast.snapshot",
                        "takt.forecast.registry",
                        "takt.sharing.explosion",
                        "takt.capacity.matching")
                .noneMatch(name -> name.contains(".usecase") || name.contains(".adapter"));
    }

    @Test
    void theKernelStaysSmall() {
        assertThat(house().stream()
                        .filter(c -> c.getPackageName().equals("takt.kernel")
                                && c.isTopLevelClass()
                                && !c.getSimpleName().equals("package-info")))
                .hasSizeLessThanOrEqualTo(10);
    }
}
