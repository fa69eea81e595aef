package takt.samples;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Makes up partners, sites, supply relations, components and capacity. */
final class Network {

    static final String OEM = "BPNL00000000OEM0";
    static final String PLANT = "BPNS00000000OEM1";
    static final String WAREHOUSE = "BPNS00000000OEM2";
    private static final List<String> TIER_ONE = List.of(
            "Alder Brakes",
            "Birch Seating",
            "Cedar Lighting",
            "Dogwood Harness",
            "Elm Electronics",
            "Fir Interiors",
            "Gum Axles",
            "Hazel Exhaust");
    private static final List<String> TIER_TWO =
            List.of("Iron Foundry Ida", "Jade Castings", "Kelp Plastics", "Lumen Chips", "Mica Steel", "Nettle Copper");
    private static final List<String> SPARES = List.of("Oak Spares", "Pine Spares", "Quince Spares");
    private static final int COMPONENTS_PER_FAMILY = 4;

    private final Random random;

    Network(Random random) {
        this.random = random;
    }

    String tierOne(int family) {
        return bpnl(1, family % TIER_ONE.size());
    }

    private static String bpnl(int tier, int index) {
        return "BPNL00000000T%d%02d".formatted(tier, index + 1);
    }

    private static String site(String bpnl) {
        return bpnl.replace("BPNL", "BPNS");
    }

    void write(Map<String, Table> tables, List<SamplePart> parts, Map<String, Double> weekly, LocalDate present) {
        partners(tables);
        Table relations = new Table(
                "part,customer,customer_site,supplier,share,lead_time_weeks,pack_size,firm_weeks,production_weeks,material_weeks,answer_days");
        Table bom = new Table("parent,child,quantity,unit");
        tables.put("supply_relations", relations);
        tables.put("bom", bom);
        Map<String, Map<String, Double>> load = new TreeMap<>();
        for (SamplePart part : parts) {
            boolean dual = part.number().equals("BRAKE-001") || part.number().equals("SEAT-002");
            String second = part.supplier().equals(bpnl(1, 0)) ? bpnl(1, 6) : bpnl(1, 5);
            deliver(relations, part, part.supplier(), dual ? 0.7 : 1, load, weekly);
            if (dual) {
                deliver(relations, part, second, 0.3, load, weekly);
            }
            components(bom, part);
        }
        componentRelations(relations, parts);
        capacity(tables, load, present);
    }

    private void partners(Map<String, Table> tables) {
        Table partners = new Table("partner,name,tier");
        Table sites = new Table("site,name,partner");
        partners.row(OEM, "Maple Motors", 0);
        sites.row(PLANT, "Maple Motors assembly plant", OEM);
        sites.row(WAREHOUSE, "Maple Motors parts warehouse", OEM);
        company(partners, sites, TIER_ONE, 1, 0);
        company(partners, sites, SPARES, 1, TIER_ONE.size());
        company(partners, sites, TIER_TWO, 2, 0);
        tables.put("partners", partners);
        tables.put("sites", sites);
    }

    private static void company(Table partners, Table sites, List<String> names, int tier, int offset) {
        for (int i = 0; i < names.size(); i++) {
            String bpnl = bpnl(tier, offset + i);
            partners.row(bpnl, names.get(i), tier);
            sites.row(site(bpnl), names.get(i) + " works", bpnl);
        }
    }

    private void deliver(
            Table relations,
            SamplePart part,
            String supplier,
            double share,
            Map<String, Map<String, Double>> load,
            Map<String, Double> weekly) {
        relations.row(part.number(), OEM, PLANT, supplier, share, 1 + random.nextInt(3), part.pack(), 4, 8, 16, 5);
        load.computeIfAbsent(supplier, s -> new TreeMap<>()).put(part.number(), share * weekly.get(part.number()));
    }

    /** Every part is made of two or three of its family's components. */
    private void components(Table bom, SamplePart part) {
        int count = 2 + random.nextInt(2);
        int first = random.nextInt(COMPONENTS_PER_FAMILY);
        for (int i = 0; i < count; i++) {
            int component = 1 + (first + i) % COMPONENTS_PER_FAMILY;
            boolean bulk = component == COMPONENTS_PER_FAMILY;
            bom.row(
                    part.number(),
                    component(part.family(), component),
                    bulk ? 0.25 * (1 + random.nextInt(8)) : 1 + random.nextInt(3),
                    bulk ? "KGM" : "H87");
        }
    }

    private static String component(String family, int component) {
        return "%s-C%d".formatted(family, component);
    }

    private void componentRelations(Table relations, List<SamplePart> parts) {
        Map<String, String> seen = new TreeMap<>();
        for (SamplePart part : parts) {
            for (int c = 1; c <= COMPONENTS_PER_FAMILY; c++) {
                String component = component(part.family(), c);
                seen.computeIfAbsent(
                        component + "|" + part.supplier(), k -> relation(relations, component, part.supplier()));
            }
        }
        relation(relations, "BRAKE-C1", bpnl(1, 6));
        relation(relations, "BRAKE-C2", bpnl(1, 6));
        relation(relations, "BRAKE-C3", bpnl(1, 6));
        relation(relations, "BRAKE-C4", bpnl(1, 6));
        for (int c = 1; c <= COMPONENTS_PER_FAMILY; c++) {
            relation(relations, component("SEAT", c), bpnl(1, 5));
        }
    }

    private String relation(Table relations, String component, String customer) {
        String supplier = bpnl(2, Math.floorMod(component.hashCode(), TIER_TWO.size()));
        relations.row(
                component,
                customer,
                site(customer),
                supplier,
                1,
                2 + random.nextInt(4),
                component.endsWith("4") ? 0.5 : 10,
                4,
                10,
                20,
                5);
        return supplier;
    }

    /** One group per tier-1 supplier; two of them are tight, so that the sample has something to tell. */
    private void capacity(Map<String, Table> tables, Map<String, Map<String, Double>> load, LocalDate present) {
        Table links = new Table("group,supplier,name,unit,part,customer_site,category,load_factor");
        Table weeks = new Table("group,week,actual,maximum");
        int index = 0;
        for (var supplier : load.entrySet()) {
            String group = "00000000-0000-4000-8000-%012d".formatted(++index);
            double sum = 0;
            for (var part : supplier.getValue().entrySet()) {
                double factor = 1 + 0.25 * random.nextInt(3);
                sum += factor * part.getValue();
                links.row(
                        group,
                        supplier.getKey(),
                        "Main line " + supplier.getKey().substring(13),
                        "H87",
                        part.getKey(),
                        PLANT,
                        "SR99",
                        factor);
            }
            double slack = index % 4 == 1 ? 0.92 : 1.45;
            for (int w = 0; w < 52; w++) {
                weeks.row(group, present.plusWeeks(w), Math.round(sum * slack), Math.round(sum * (slack + 0.12)));
            }
        }
        tables.put("capacity_groups", links);
        tables.put("capacity_weeks", weeks);
    }
}
