package takt.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Makes up the parts that tier 1 delivers. */
final class PartFactory {

    private static final int VARIANTS = 16;
    private static final String[][] FAMILIES = {
        {"BRAKE", "Brake disc"}, {"SEAT", "Seat frame"}, {"LIGHT", "Head lamp"}, {"HARN", "Wiring harness"},
        {"ECU", "Control unit"}, {"DASH", "Instrument panel"}, {"AXLE", "Axle carrier"}, {"EXH", "Exhaust module"},
        {"GLASS", "Door glass"}, {"TRIM", "Door trim"},
    };

    private final List<String> lines;
    private final Network network;
    private final Random random;

    PartFactory(List<String> lines, Network network, Random random) {
        this.lines = lines;
        this.network = network;
        this.random = random;
    }

    List<SamplePart> parts() {
        List<SamplePart> parts = new ArrayList<>();
        for (int f = 0; f < FAMILIES.length; f++) {
            for (int v = 1; v <= VARIANTS; v++) {
                parts.add(part(f, v));
            }
        }
        return parts;
    }

    private SamplePart part(int family, int variant) {
        boolean option = variant > VARIANTS / 2;
        boolean starts = variant == 7;
        boolean ends = variant == 15;
        return new SamplePart(
                "%s-%03d".formatted(FAMILIES[family][0], variant),
                FAMILIES[family][1] + (option ? " option " : " ") + variant,
                FAMILIES[family][0],
                usage(variant),
                option ? 0.1 + 0.5 * random.nextDouble() : 1,
                option ? 0.04 * random.nextGaussian() : 0,
                random.nextInt(3),
                new int[] {1, 1, 4, 10, 20}[random.nextInt(5)],
                starts ? LocalDate.of(1999, 1, 4).plusWeeks(random.nextInt(60)) : LocalDate.MIN,
                ends ? LocalDate.of(2001, 9, 3).plusWeeks(random.nextInt(20)) : LocalDate.MAX,
                network.tierOne(family));
    }

    private Map<String, Integer> usage(int variant) {
        Map<String, Integer> usage = new TreeMap<>();
        usage.put(lines.get(variant % lines.size()), 1 + random.nextInt(2));
        for (String line : lines) {
            if (random.nextDouble() < 0.25) {
                usage.put(line, 1 + random.nextInt(2));
            }
        }
        return usage;
    }
}
