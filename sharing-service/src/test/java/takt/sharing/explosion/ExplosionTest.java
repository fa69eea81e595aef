package takt.sharing.explosion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import takt.kernel.BucketCalendar;
import takt.kernel.DemandCategory;
import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.SiteId;
import takt.kernel.UnitCode;
import takt.kernel.Week;
import takt.sharing.network.BomCycle;
import takt.sharing.network.BomLink;
import takt.sharing.network.HorizonZones;
import takt.sharing.network.Network;
import takt.sharing.network.Partner;
import takt.sharing.network.SupplyRelation;

/** An OEM needs discs; two foundry customers make them of castings and iron. */
class ExplosionTest {

    private static final PartnerId OEM = new PartnerId("BPNL00000000OEM0");
    private static final PartnerId DISCS = new PartnerId("BPNL00000000T101");
    private static final PartnerId SECOND = new PartnerId("BPNL00000000T102");
    private static final PartnerId FOUNDRY = new PartnerId("BPNL00000000T201");
    private static final SiteId PLANT = new SiteId("BPNS00000000OEM1");
    private static final PartNumber DISC = new PartNumber("DISC");
    private static final PartNumber CASTING = new PartNumber("CASTING");
    private static final PartNumber IRON = new PartNumber("IRON");
    private static final Week FIRST = new Week(LocalDate.of(2001, 4, 2));
    private static final double[] LEVELS = {0.1, 0.5, 0.9};
    private static final int WEEKS = 6;

    private final Map<String, Delivery> deliveries = new HashMap<>();
    private final Map<SupplyRelation, Surplus> earlier = new HashMap<>();
    private Week first = FIRST;
    private Gaps gaps = Gaps.NONE;

    private static SiteId works(PartnerId partner) {
        return new SiteId(partner.value().replace("BPNL", "BPNS"));
    }

    private static SupplyRelation relation(
            PartNumber part, PartnerId customer, SiteId site, PartnerId supplier, double share, int lead, long pack) {
        return new SupplyRelation(part, customer, site, supplier, share, lead, pack, new HorizonZones(4, 8, 12), 5);
    }

    private static Network network(SupplyRelation... relations) {
        return new Network(
                List.of(new Partner(OEM, "OEM", 0)),
                Map.of(PLANT, OEM),
                Arrays.asList(relations),
                List.of(
                        new BomLink(DISC, CASTING, BigDecimal.ONE, UnitCode.H87),
                        new BomLink(CASTING, IRON, BigDecimal.valueOf(8), UnitCode.KGM)));
    }

    private SeriesForecast weekly(double... mean) {
        double[][] quantiles =
                Arrays.stream(mean).mapToObj(m -> new double[] {m, m, m}).toArray(double[][]::new);
        return new SeriesForecast(
                DISC,
                PLANT,
                BucketCalendar.ISO_WEEK,
                DemandCategory.SERIES,
                UnitCode.H87,
                first.monday(),
                mean,
                quantiles);
    }

    private void explode(Network network, SeriesForecast... series) {
        Explosion explosion = new Explosion(
                network,
                new Scenarios(50, WEEKS + 1, 42),
                LEVELS,
                first,
                WEEKS,
                relation -> Optional.ofNullable(earlier.get(relation)),
                d -> deliveries.put(d.relation().supplier() + "/" + d.relation().part(), d));
        Arrays.stream(series).forEach(explosion::take);
        gaps = explosion.finish();
    }

    private long[] demand(PartnerId supplier, PartNumber part) {
        Delivery delivery = deliveries.get(supplier + "/" + part);
        return Arrays.copyOfRange(delivery.demand(), delivery.back(), delivery.demand().length);
    }

    /** What was due before week 0, the last amount in the week before it. */
    private long[] due(PartnerId supplier, PartNumber part) {
        Delivery delivery = deliveries.get(supplier + "/" + part);
        return Arrays.copyOf(delivery.demand(), delivery.back());
    }

    private List<String> unsupplied() {
        return gaps.unsupplied().stream()
                .map(g -> g.part() + " for " + g.customer().orElseThrow())
                .toList();
    }

    @Test
    void sevenHundredDiscsInWeekFiveAreSevenHundredCastingsThreeWeeksEarlierAndIronBeforeThat() {
        explode(
                network(
                        relation(DISC, OEM, PLANT, DISCS, 1, 3, 0),
                        relation(CASTING, DISCS, works(DISCS), FOUNDRY, 1, 1, 0),
                        relation(IRON, FOUNDRY, works(FOUNDRY), SECOND, 1, 2, 0)),
                weekly(0, 0, 0, 0, 700, 0));
        assertThat(demand(DISCS, DISC)).containsExactly(0, 0, 0, 0, 700_000, 0);
        assertThat(demand(FOUNDRY, CASTING)).containsExactly(0, 700_000, 0, 0, 0, 0);
        assertThat(demand(SECOND, IRON)).containsExactly(5_600_000, 0, 0, 0, 0, 0);
        assertThat(deliveries.get(SECOND + "/" + IRON).pegs())
                .containsExactly(new Peg(CASTING, FOUNDRY, BigDecimal.valueOf(8)));
        assertThat(gaps.unsupplied()).isEmpty();
    }

    @Test
    void whatWasDueBeforeTodayStaysInItsWeekAndIsNotOrderedWithThisWeeks() {
        explode(
                network(
                        relation(DISC, OEM, PLANT, DISCS, 1, 3, 0),
                        relation(CASTING, DISCS, works(DISCS), FOUNDRY, 1, 1, 0)),
                weekly(10, 10, 10, 10, 10, 10));
        assertThat(demand(FOUNDRY, CASTING)).containsExactly(10_000, 10_000, 10_000, 0, 0, 0);
        assertThat(due(FOUNDRY, CASTING)).containsExactly(0, 10_000, 10_000, 10_000);
        assertThat(unsupplied()).containsExactly("IRON for " + FOUNDRY);
    }

    @Test
    void twoSuppliersShareEveryWeekWithoutLosingAPiece() {
        explode(
                network(relation(DISC, OEM, PLANT, DISCS, 0.7, 1, 0), relation(DISC, OEM, PLANT, SECOND, 0.3, 1, 0)),
                weekly(101, 7, 1, 0, 33, 58));
        for (int week = 0; week < WEEKS; week++) {
            assertThat(demand(DISCS, DISC)[week] + demand(SECOND, DISC)[week])
                    .isEqualTo(new long[] {101_000, 7_000, 1_000, 0, 33_000, 58_000}[week]);
        }
        assertThat(demand(DISCS, DISC)[0]).isEqualTo(71_000);
    }

    @Test
    void sharesHoldOverTimeForASlowMoverToo() {
        explode(
                network(relation(DISC, OEM, PLANT, DISCS, 0.5, 1, 0), relation(DISC, OEM, PLANT, SECOND, 0.5, 1, 0)),
                weekly(1, 1, 1, 1, 1, 1));
        assertThat(Arrays.stream(demand(DISCS, DISC)).sum()).isEqualTo(3_000);
        assertThat(Arrays.stream(demand(SECOND, DISC)).sum()).isEqualTo(3_000);
    }

    @Test
    void aQuarterOfAComponentAWeekIsAWholeOneEveryFourWeeks() {
        SupplyRelation relation = relation(DISC, OEM, PLANT, DISCS, 1, 0, 0);
        long[] oneAWeek = {1000, 1000, 1000, 1000, 1000, 1000};
        Requirement requirement = new Requirement(relation.demanded(), UnitCode.H87, DemandCategory.SERIES, 0, WEEKS);
        requirement.add(DISC, DISCS, oneAWeek, new double[0][], new BigDecimal("0.25"), 0);
        assertThat(requirement.demand).as("exact").containsExactly(250, 250, 250, 250, 250, 250);
        assertThat(Rounding.packed(requirement.demand, UnitCode.H87.grainThousandths(), 0))
                .as("delivered")
                .containsExactly(1000, 0, 0, 0, 1000, 0);
    }

    @Test
    void packsAreWholeNeverShortAndNeverAPackTooMany() {
        explode(network(relation(DISC, OEM, PLANT, DISCS, 1, 1, 20_000)), weekly(7, 7, 7, 7, 7, 7));
        assertThat(demand(DISCS, DISC)).containsExactly(20_000, 0, 20_000, 0, 0, 20_000);
    }

    /** 7 a week in packs of 20 are 20, 0, 20, 0, 0, 20: so are the paths that need 7, and those with 10 differ. */
    @Test
    void pathsAreCalledOffInPacksAsTheDemandIs() {
        explode(network(relation(DISC, OEM, PLANT, DISCS, 1, 1, 20_000)), weekly(7, 7, 7, 7, 7, 7));
        Delivery delivery = deliveries.get(DISCS + "/" + DISC);
        for (double[] path : delivery.paths()) {
            assertThat(Arrays.copyOfRange(path, delivery.back(), path.length)).containsExactly(20, 0, 20, 0, 0, 20);
        }
        assertThat(Rounding.packed(new double[][] {{10, 10, 10, 10.5}}, 20_000, 0)[0])
                .containsExactly(20, 0, 20, 20);
    }

    /**
     * 7 a week in packs of 20, published anew each week: week 0 is 20, 0, 20, 0, 0, 20 in the course of six weeks, as the first
     * publication said, and not 20 each time; and so for the castings, two weeks before.
     */
    @Test
    void aPackIsNotOrderedAgainEachWeek() {
        Network network = network(
                relation(DISC, OEM, PLANT, DISCS, 1, 2, 20_000),
                relation(CASTING, DISCS, works(DISCS), FOUNDRY, 1, 0, 50_000));
        List<Long> discs = new ArrayList<>();
        List<Long> castings = new ArrayList<>();
        for (int week = 0; week < 6; week++) {
            first = FIRST.plus(week);
            explode(network, weekly(7, 7, 7, 7, 7, 7));
            discs.add(demand(DISCS, DISC)[0]);
            castings.add(demand(FOUNDRY, CASTING)[0]);
            for (Delivery delivery : deliveries.values()) {
                earlier.put(delivery.relation(), new Surplus(first.plus(-delivery.back()), delivery.surplus()));
            }
        }
        assertThat(discs).containsExactly(20_000L, 0L, 20_000L, 0L, 0L, 20_000L);
        // the discs of weeks 0, 2 and 5 take castings before week 0 and in weeks 0 and 3: of the first 50 are 10 left
        // by then
        assertThat(castings).containsExactly(0L, 0L, 0L, 50_000L, 0L, 0L);
    }

    /** A disc of 0.15 castings a week is a casting every seventh week, not one each time that it is published. */
    @Test
    void aPieceIsNotOrderedAgainEachWeek() {
        Network network = new Network(
                List.of(new Partner(OEM, "OEM", 0)),
                Map.of(PLANT, OEM),
                List.of(
                        relation(DISC, OEM, PLANT, DISCS, 1, 0, 0),
                        relation(CASTING, DISCS, works(DISCS), FOUNDRY, 1, 0, 0)),
                List.of(new BomLink(DISC, CASTING, new BigDecimal("0.15"), UnitCode.H87)));
        List<Long> castings = new ArrayList<>();
        for (int week = 0; week < 14; week++) {
            first = FIRST.plus(week);
            explode(network, weekly(1, 1, 1, 1, 1, 1));
            castings.add(demand(FOUNDRY, CASTING)[0]);
            for (Delivery delivery : deliveries.values()) {
                earlier.put(delivery.relation(), new Surplus(first.plus(-delivery.back()), delivery.surplus()));
            }
        }
        // the running need is 0.15, ... 1.05 in the seventh week, ... 2.10 in the fourteenth: 1, 2, 3 castings
        assertThat(castings).containsExactly(1_000L, 0L, 0L, 0L, 0L, 0L, 1_000L, 0L, 0L, 0L, 0L, 0L, 0L, 1_000L);
    }

    @Test
    void halfAPieceAWeekAddsUpToWholeOnes() {
        explode(network(relation(DISC, OEM, PLANT, DISCS, 1, 1, 0)), weekly(0.5, 0.5, 0.5, 0.5, 0.5, 0.5));
        assertThat(Arrays.stream(demand(DISCS, DISC)).sum()).isEqualTo(3_000);
    }

    @Test
    void aMonthIsSpreadByItsWorkingDays() {
        // April 2001 has 21 working days: four full weeks of 5 and a Monday.
        SeriesForecast month = new SeriesForecast(
                DISC,
                PLANT,
                BucketCalendar.MONTH,
                DemandCategory.AFTER_SALES,
                UnitCode.H87,
                LocalDate.of(2001, 4, 1),
                new double[] {210},
                new double[][] {{210, 210, 210}});
        explode(network(relation(DISC, OEM, PLANT, DISCS, 1, 1, 0)), month);
        assertThat(demand(DISCS, DISC)).containsExactly(50_000, 50_000, 50_000, 50_000, 10_000, 0);
    }

    @Test
    void aSharedComponentIsExplodedOnceWithAllItsPegs() {
        explode(
                network(
                        relation(DISC, OEM, PLANT, DISCS, 0.5, 1, 0), relation(DISC, OEM, PLANT, SECOND, 0.5, 2, 0),
                        relation(CASTING, DISCS, works(DISCS), FOUNDRY, 1, 1, 0),
                                relation(CASTING, SECOND, works(SECOND), FOUNDRY, 1, 1, 0)),
                weekly(0, 0, 0, 100, 0, 0));
        assertThat(deliveries.keySet()).contains(FOUNDRY + "/" + CASTING);
        assertThat(unsupplied()).containsExactly("IRON for " + FOUNDRY);
    }

    @Test
    void theBandOfASumIsNarrowerThanTheSumOfBands() {
        double[] mean = {100, 100, 100, 100, 100, 100};
        double[][] quantiles = Arrays.stream(mean)
                .mapToObj(m -> new double[] {m - 40, m, m + 40})
                .toArray(double[][]::new);
        explode(
                network(
                        relation(DISC, OEM, PLANT, DISCS, 1, 5, 0),
                        relation(CASTING, DISCS, works(DISCS), FOUNDRY, 1, 1, 0)),
                new SeriesForecast(
                        DISC,
                        PLANT,
                        BucketCalendar.ISO_WEEK,
                        DemandCategory.SERIES,
                        UnitCode.H87,
                        FIRST.monday(),
                        mean,
                        quantiles));
        double[] sums = Arrays.stream(deliveries.get(FOUNDRY + "/" + CASTING).paths())
                .mapToDouble(p -> Arrays.stream(
                                p, 0, deliveries.get(FOUNDRY + "/" + CASTING).back() + 1)
                        .sum())
                .sorted()
                .toArray();
        double band = sums[44] - sums[5];
        assertThat(band).isLessThan(6 * 80).isGreaterThan(80);
        assertThat(Arrays.stream(sums).average().orElseThrow()).isCloseTo(600, within(60.0));
    }

    @Test
    void theSameSeedGivesTheSamePaths() {
        assertThat(new Scenarios(5, 4, 7).probabilities("A", 4))
                .isDeepEqualTo(new Scenarios(5, 4, 7).probabilities("A", 4));
        assertThat(new Scenarios(5, 4, 7).probabilities("A", 4)[0])
                .isNotEqualTo(new Scenarios(5, 4, 8).probabilities("A", 4)[0]);
    }

    /** 248,000 discs at 0.00403225806 of a sheet are 999.999999 sheets: 1000, not 992 as with thousandths. */
    @Test
    void aFactorFinerThanAThousandthIsExact() {
        PartNumber sheet = new PartNumber("SHEET");
        PartNumber alloy = new PartNumber("ALLOY");
        Network fine = new Network(
                List.of(new Partner(OEM, "OEM", 0)),
                Map.of(PLANT, OEM),
                List.of(
                        relation(DISC, OEM, PLANT, DISCS, 1, 0, 0),
                        relation(sheet, DISCS, works(DISCS), FOUNDRY, 1, 0, 0),
                        relation(CASTING, DISCS, works(DISCS), FOUNDRY, 1, 0, 0),
                        relation(alloy, FOUNDRY, works(FOUNDRY), SECOND, 1, 0, 0)),
                List.of(
                        new BomLink(DISC, sheet, new BigDecimal("0.00403225806"), UnitCode.H87),
                        new BomLink(DISC, CASTING, new BigDecimal("0.311"), UnitCode.MTR),
                        new BomLink(CASTING, alloy, new BigDecimal("0.0275"), UnitCode.KGM)));
        explode(fine, weekly(248_000, 0, 0, 752_000, 0, 0));
        assertThat(demand(FOUNDRY, sheet)[0]).isEqualTo(1_000_000);
        assertThat(Arrays.stream(demand(SECOND, alloy)).sum()).isEqualTo(8_552_500);
    }

    /** 691, 684, 680 axles; two steps an axle, three seals a step; lead time two weeks, the step has no supplier. */
    @Test
    void aStepInTheBillThatNobodySuppliesIsPassedThrough() {
        PartNumber step = new PartNumber("STEP");
        PartNumber seal = new PartNumber("SEAL");
        Network phantom = new Network(
                List.of(new Partner(OEM, "OEM", 0)),
                Map.of(PLANT, OEM),
                List.of(
                        relation(DISC, OEM, PLANT, DISCS, 1, 2, 0),
                        relation(seal, DISCS, works(DISCS), FOUNDRY, 1, 1, 0)),
                List.of(
                        new BomLink(DISC, step, BigDecimal.valueOf(2), UnitCode.H87),
                        new BomLink(step, seal, BigDecimal.valueOf(3), UnitCode.H87)));
        explode(phantom, weekly(691, 684, 680, 740, 0, 0));
        assertThat(due(FOUNDRY, seal)).containsExactly(6 * 691_000, 6 * 684_000);
        assertThat(demand(FOUNDRY, seal)).containsExactly(6 * 680_000, 6 * 740_000, 0, 0, 0, 0);
        assertThat(gaps.passedThrough()).containsExactly(step);
        assertThat(gaps.unsupplied()).isEmpty();
    }

    @Test
    void aBillOfMaterialThatRunsInACircleIsFound() {
        List<BomLink> circle = new ArrayList<>(List.of(
                new BomLink(DISC, CASTING, BigDecimal.ONE, UnitCode.H87),
                new BomLink(CASTING, IRON, BigDecimal.ONE, UnitCode.H87)));
        assertThat(BomCycle.find(circle)).isEmpty();
        circle.add(new BomLink(IRON, DISC, BigDecimal.ONE, UnitCode.H87));
        assertThat(BomCycle.find(circle)).isPresent();
    }
}
