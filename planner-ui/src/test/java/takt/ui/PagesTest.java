package takt.ui;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A page's first paint in one answer, and an address for each page. */
@QuarkusTest
@QuarkusTestResource(UiStack.class)
class PagesTest {

    private static final Path ROOMS = Path.of("src/main/resources/web/app/page");

    private static RequestSpecification as(String role, String name) {
        return given().cookie("takt", UiStack.session(role, name));
    }

    /** Each manifest's path and roles, by its page. */
    private static Map<String, List<String>> manifests() throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        try (java.util.stream.Stream<Path> rooms = Files.list(ROOMS)) {
            for (Path room : rooms.toList()) {
                Matcher manifest = Pattern.compile("name: '(\\w+)',\\s+path: '([^']+)',\\s+roles: \\[([^\\]]+)\\]")
                        .matcher(Files.readString(room.resolve("manifest.js")));
                assertThat(manifest.find()).as("%s", room).isTrue();
                assertThat(room.getFileName()).hasToString(manifest.group(1));
                found.put(
                        manifest.group(1),
                        List.of(manifest.group(2), manifest.group(3).replaceAll("[' ]", "")));
            }
        }
        return found;
    }

    @Test
    void sheetsAreForThoseWhoAreLoggedInAndForSheets() {
        String sheet = "{\"about\": [], \"rows\": [[\"part\"], [\"=cmd()\"]]}";
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        given().contentType("application/json")
                .body(sheet)
                .post("/sheet")
                .then()
                .statusCode(401);
        given().contentType(type).body(new byte[10]).post("/sheet/read").then().statusCode(401);
        byte[] workbook = as("supplier", "sheet")
                .contentType("application/json")
                .body(sheet)
                .post("/sheet")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .asByteArray();
        as("supplier", "sheet")
                .contentType(type)
                .body(workbook)
                .post("/sheet/read")
                .then()
                .statusCode(200)
                .body("[1][0]", equalTo("=cmd()"));
        as("supplier", "sheet")
                .contentType(type)
                .body(Arrays.copyOf(workbook, workbook.length / 2))
                .post("/sheet/read")
                .then()
                .statusCode(400)
                .body("title", equalTo("SHEET_UNREADABLE"));
        as("supplier", "sheet")
                .contentType("application/json")
                .body("{\"rows\": 1}")
                .post("/sheet")
                .then()
                .statusCode(400)
                .body("title", equalTo("BODY_INVALID"));
    }

    @Test
    void nothingIsAskedAgainAsLongAsNothingHappens() {
        Response first = as("planner", "etag").get("/page/parts");
        first.then()
                .statusCode(200)
                .header("Cache-Control", containsString("private"))
                .body("answers.rpc", hasItem("takt.forecast.v1.PartService/ListPartSummaries"));
        String tag = first.header("ETag");
        assertThat(tag).contains(first.jsonPath().getString("position"));
        as("planner", "etag")
                .header("If-None-Match", tag)
                .get("/page/parts")
                .then()
                .statusCode(304);
        as("planner", "another")
                .header("If-None-Match", tag)
                .get("/page/parts")
                .then()
                .statusCode(200);
        UiStack.services().forecast.add("IMPORT_FINISHED");
        for (int i = 0; i < 100; i++) {
            if (as("planner", "etag")
                            .header("If-None-Match", tag)
                            .get("/page/parts")
                            .statusCode()
                    == 200) {
                return;
            }
        }
        throw new AssertionError("It was said to be unchanged.");
    }

    /** The rest of the page lives, and what could not be had is asked again next time. */
    @Test
    void whatCannotBeHadIsSaidInItsPlace() {
        Response part = as("planner", "trouble").get("/page/part?part=NOPE");
        part.then()
                .statusCode(200)
                .body(
                        "answers.find { it.rpc.endsWith('GetPartHistory') }.problem.details[0].debug.reason",
                        is("PART_UNKNOWN"))
                .body("answers.find { it.rpc.endsWith('ListAlerts') }.answer.alerts.size()", is(0))
                .body("answers.find { it.rpc.endsWith('StreamPublicationLines') }.answer.size()", is(3));
        assertThat(part.header("ETag")).isNull();
    }

    @Test
    void eachPageOpensForTheRolesOfItsManifestAndForNobodyElse() throws IOException {
        Map<String, List<String>> manifests = manifests();
        assertThat(manifests).hasSizeGreaterThan(4);
        for (Map.Entry<String, List<String>> page : manifests.entrySet()) {
            for (String role : List.of("planner", "operator", "data-scientist", "supplier", "carrier")) {
                boolean mayOpen = List.of(page.getValue().get(1).split(",")).contains(role);
                as(role, "r").get("/page/" + page.getKey()).then().statusCode(mayOpen ? 200 : 403);
            }
            given().get("/page/" + page.getKey()).then().statusCode(401);
        }
        as("planner", "r").get("/page/nope").then().statusCode(404);
    }

    @Test
    void theAddressOfEachPageIsAnsweredWithTheEntryDocument() throws IOException {
        String entry = given().get("/")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache")
                .extract()
                .asString();
        assertThat(entry).contains("<takt-app>");
        for (List<String> page : manifests().values()) {
            String address = page.get(0).replace(":part", "A%2FB%20C") + "?version=3&weeks=2001-W14..W40";
            assertThat(given().urlEncodingEnabled(false)
                            .get(address)
                            .then()
                            .statusCode(200)
                            .header("Cache-Control", "no-cache")
                            .header("Content-Security-Policy", containsString("default-src 'self'"))
                            .extract()
                            .asString())
                    .as(address)
                    .isEqualTo(entry);
        }
    }

    @Test
    void noPageImportsAnotherPage() throws IOException {
        Pattern imported = Pattern.compile("from '([^']+)'|import\\(?'([^']+)'|import '([^']+)'");
        try (java.util.stream.Stream<Path> scripts = Files.walk(ROOMS)) {
            for (Path script : scripts.filter(p -> p.toString().endsWith(".js")).toList()) {
                Matcher all = imported.matcher(Files.readString(script));
                while (all.find()) {
                    String name =
                            all.group(1) != null ? all.group(1) : all.group(2) != null ? all.group(2) : all.group(3);
                    if (name.startsWith(".")) {
                        Path found = script.getParent().resolve(name).normalize();
                        boolean isAnothers = found.startsWith(ROOMS)
                                && !found.startsWith(
                                        ROOMS.resolve(ROOMS.relativize(script).getName(0)));
                        assertThat(isAnothers).as("%s imports %s", script, name).isFalse();
                        assertThat(found.startsWith(ROOMS.resolveSibling("shell")))
                                .as("%s imports %s", script, name)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void theCallsOfTheScriptsAreTheCallsThatMayBeMade() throws IOException {
        String scripts = Files.readString(ROOMS.resolveSibling("kit/rpcs.js"));
        Map<String, String> names = new TreeMap<>();
        Matcher constants = Pattern.compile("const (\\w+) = '(takt\\.[\\w.]+)'").matcher(scripts);
        while (constants.find()) {
            names.put(constants.group(1), constants.group(2));
        }
        Matcher calls = Pattern.compile(
                        "(rpc|stream)\\((?:'\\w+'|service), [`'](?:\\$\\{(\\w+)\\}|(takt[\\w.]+))/(\\w+)")
                .matcher(scripts);
        TreeSet<String> asked = new TreeSet<>();
        while (calls.find()) {
            asked.add((calls.group(2) == null ? calls.group(3) : names.get(calls.group(2))) + "/" + calls.group(4));
        }
        assertThat(asked).hasSizeGreaterThan(25);
        for (String call : asked) {
            String service = call.startsWith("takt.ingest") ? "forecast/" : "";
            String message = as("planner", "calls")
                    .contentType("application/json")
                    .accept(call.contains("/Stream") ? "application/x-ndjson" : "application/json")
                    .body("{")
                    .post("/rpc/" + service + call)
                    .then()
                    .extract()
                    .asString();
            assertThat(message).as(call).doesNotContain("There is no call " + call + " here");
        }
    }
}
