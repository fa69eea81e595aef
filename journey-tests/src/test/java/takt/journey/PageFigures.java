package takt.journey;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * Figures of the page on a stack that runs, and pictures of it; `benchmarks/page.sh` starts it. No build runs it, and none
 * fails by it: time is measured here, bytes, elements and axe are held by PageQualityIT.
 */
class PageFigures {

    private static final int TIMES = 30;
    private static final String ADDRESS = System.getProperty("page.address", "http://127.0.0.1:9100");

    private static String[] login(String property) {
        return System.getProperty(property, ":").split(":", 2);
    }

    private static void logIn(Browser browser, String[] login, String path) {
        browser.driver().get(ADDRESS + path);
        browser.element("takt-app", "takt-login", "[name=name]").sendKeys(login[0]);
        browser.element("takt-app", "takt-login", "[name=password]").sendKeys(login[1]);
        browser.element("takt-app", "takt-login", "button").click();
        browser.element("takt-app", "main h1, main > *");
    }

    /** Milliseconds until the page says the words, from the moment it was told to go there. */
    private static double go(Browser browser, String path, String element, String words) {
        return ((Number) browser.driver().executeAsyncScript("""
                const [path, name, words, done] = arguments;
                const began = performance.now();
                history.pushState(null, '', path);
                window.dispatchEvent(new Event('takt-address'));
                const read = (n) => n.nodeType === 3 ? n.textContent : ['STYLE', 'SCRIPT'].includes(n.tagName) ? '' : [...(n.shadowRoot ?? n).childNodes].map(read).join(' ');
                const look = () => {
                  const page = document.querySelector('takt-app').shadowRoot.querySelector(name);
                  if (page && read(page).includes(words)) done(performance.now() - began); else requestAnimationFrame(look);
                };
                look();
                """, path, element, words)).doubleValue();
    }

    private static void print(String name, List<Double> times) {
        times.sort(Double::compare);
        System.out.printf(
                "%-44s median %6.0f ms   p95 %6.0f ms   of %d%n",
                name, times.get(times.size() / 2), times.get((int) (times.size() * 0.95)), times.size());
    }

    @Test
    void print() throws Exception {
        String[] planner = login("page.planner");
        List<Double> cold = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            try (Browser browser = Browser.open()) {
                logIn(browser, planner, "/parts");
                browser.await("SPARES");
                browser.driver().executeCdpCommand("Network.clearBrowserCache", Map.of());
                browser.driver().navigate().refresh();
                browser.element("takt-app", "takt-parts", "takt-grid", "a");
                cold.add(((Number) browser.read("return performance.now()")).doubleValue());
            }
        }
        print("cold to usable (/parts)", cold);
        try (Browser browser = Browser.open()) {
            logIn(browser, planner, "/parts");
            browser.element("takt-app", "takt-parts", "takt-grid", "a");
            List<String> parts = parts(browser);
            List<Double> first = new ArrayList<>();
            List<Double> again = new ArrayList<>();
            for (String part : parts) {
                first.add(go(browser, "/part/" + part, "takt-part", "chosen for"));
                go(browser, "/parts?search=LIGHT", "takt-parts", "LIGHT");
                again.add(go(browser, "/part/" + part, "takt-part", "chosen for"));
                go(browser, "/parts", "takt-parts", "parts ·");
            }
            print("a part, first time", first);
            print("a part, seen before", again);
            List<Double> search = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                String words = parts.get(i % parts.size());
                go(browser, "/parts", "takt-parts", "parts ·");
                search.add(go(browser, "/parts?search=" + words, "takt-parts", "1 part ·"));
            }
            print("search to first hit", search);
            List<Double> pages = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                pages.add(go(browser, "/inbox", "takt-inbox", "open alert"));
                pages.add(go(browser, "/models", "takt-models", "champion"));
            }
            print("page change, seen before", pages);
        }
        answers();
    }

    /** Parts with a schedule. */
    private static List<String> parts(Browser browser) {
        List<?> found = (List<?>) browser.driver().executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                fetch('/rpc/forecast/takt.forecast.v1.PartService/ListParts', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"-0","pageSize":30}' })
                  .then((r) => r.json()).then((p) => done(p.parts.map((x) => x.part)));
                """);
        return found.stream().map(Object::toString).toList();
    }

    /** Keys, scrolling and a paste in the answer sheet, each until it is painted. */
    private static final String SHEET = """
            const done = arguments[arguments.length - 1];
            const sheet = document.querySelector('takt-app').shadowRoot.querySelector('takt-answer').shadowRoot
              .querySelector('takt-answer-sheet').shadowRoot.querySelector('takt-sheet');
            const grid = sheet.shadowRoot.querySelector('.grid');
            const found = {};
            const measure = async (name, times, act) => {
              found[name] = [];
              for (let i = 0; i < times; i += 1) {
                const began = performance.now();
                act();
                await new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
                found[name].push(performance.now() - began);
              }
            };
            const press = (key) => () => grid.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
            (async () => {
              const size = `${sheet.rows} x ${sheet.columns.length}`;
              await measure(`${size}, take`, 30, press(' '));
              await measure(`${size}, clear`, 30, press('Delete'));
              await measure(`${size}, arrow down`, 30, press('ArrowDown'));
              for (const step of [60, 3000]) {
                grid.scrollTop = 0;
                await measure(`${size}, frame at ${step} px`, 30, () => { grid.scrollTop += step; });
              }
              const data = new DataTransfer();
              data.setData('text/plain', Array.from({ length: 200 }, () => Array.from({ length: 39 }, (_, i) => 100 + i).join('\\t')).join('\\n'));
              await measure(`${size}, paste 200 x 39`, 3, () => grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })));
              done(found);
            })();
            """;

    private static void answers() throws Exception {
        String[] supplier = login("page.supplier");
        if (supplier[0].isEmpty()) {
            return;
        }
        try (Browser browser = Browser.open()) {
            logIn(browser, supplier, "/answer?tab=all");
            browser.element("takt-app", "takt-answer", "takt-answer-sheet", "takt-sheet", ".cell");
            Map<?, ?> found = (Map<?, ?>) browser.driver().executeAsyncScript(SHEET);
            found.forEach((name, times) -> print(
                    "the sheet: " + name,
                    new ArrayList<>(((List<?>) times)
                            .stream().map(time -> ((Number) time).doubleValue()).toList())));
        }
    }

    /** Pictures of each page, light and dark, wide and narrow; with {@code -Dpage.screens=FOLDER}. */
    @Test
    void pictures() throws Exception {
        String folder = System.getProperty("page.screens", "");
        if (folder.isEmpty()) {
            return;
        }
        for (int[] size : new int[][] {{1440, 900}, {390, 844}}) {
            for (String theme : List.of("light", "dark")) {
                shoot(
                        size,
                        theme,
                        login("page.planner"),
                        Path.of(folder),
                        List.of(
                                "/",
                                "/parts?search=light",
                                "/part/LIGHT-001",
                                "/part/10055165",
                                "/part/NOPE",
                                "/inbox",
                                "/data",
                                "/models",
                                "/nowhere"));
                shoot(
                        size,
                        theme,
                        login("page.supplier"),
                        Path.of(folder),
                        List.of("/answer?tab=all", "/answer?tab=changed", "/inbox?search=main"));
            }
        }
    }

    private static void shoot(int[] size, String theme, String[] login, Path folder, List<String> pages)
            throws Exception {
        try (Browser browser = Browser.open(size[0], size[1])) {
            browser.driver().get(ADDRESS);
            browser.read("localStorage.setItem('takt-preferences', JSON.stringify({ theme: arguments[0] }))", theme);
            logIn(browser, login, pages.get(0));
            for (String page : pages) {
                browser.go(page);
                Thread.sleep(1_500);
                String name = page.equals("/") ? "monday" : page.substring(1).replaceAll("[/?=]", "-");
                small(browser, folder.resolve("%s-%s-%d.png".formatted(name, theme, size[0])));
            }
        }
    }

    /** With the colours that are there most, and each other one as the nearest of them: a third of the bytes. */
    private static void small(Browser browser, Path file) throws IOException {
        browser.screenshot(file);
        BufferedImage image = ImageIO.read(file.toFile());
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel, 1, Integer::sum);
        }
        int[] palette = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(256)
                .mapToInt(Map.Entry::getKey)
                .toArray();
        BufferedImage plain = new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE));
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int at = 0; at < pixels.length; at++) {
            int index = nearest.computeIfAbsent(pixels[at], pixel -> nearest(palette, pixel));
            plain.getRaster().setSample(at % image.getWidth(), at / image.getWidth(), 0, index);
        }
        ImageIO.write(plain, "png", file.toFile());
    }

    private static int nearest(int[] palette, int pixel) {
        return IntStream.range(0, palette.length)
                .boxed()
                .min(Comparator.comparingInt(i -> distance(palette[i], pixel)))
                .orElseThrow();
    }

    private static int distance(int one, int other) {
        int sum = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int difference = (one >> shift & 255) - (other >> shift & 255);
            sum += difference * difference;
        }
        return sum;
    }
}
