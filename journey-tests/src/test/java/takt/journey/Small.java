package takt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import takt.proto.forecast.v1.ImportKind;
import takt.proto.sharing.v1.NetworkKind;

/** One part, its supplier and three years of weeks: enough for each step of the main job. */
final class Small {

    static final String OEM = "BPNL00000000OEM0";
    static final String SUPPLIER = "BPNL00000000T101";
    static final String LOGIN = "alder-brakes";
    private static final String PLANT = "BPNS00000000OEM1";
    private static final LocalDate FIRST = LocalDate.of(1998, 3, 30);
    private static final int WEEKS = 156;

    private Small() {}

    /** Trains, forecasts and releases, as a person would from the command line. */
    static void release(LocalStack stack) throws Exception {
        assertThat(stack.takt("login", "data-scientist")).isZero();
        assertThat(stack.takt("train")).isZero();
        assertThat(stack.takt("login", "planner")).isZero();
        assertThat(stack.takt("release", "1")).isZero();
    }

    static void load(LocalStack stack) throws Exception {
        Sender sender = new Sender(stack);
        sender.send(
                NetworkKind.NETWORK_KIND_PARTNERS,
                "partner,name,tier",
                OEM + ",Maple Motors,0",
                SUPPLIER + ",Alder Brakes,1");
        sender.send(NetworkKind.NETWORK_KIND_SITES, "site,name,partner", PLANT + ",Plant," + OEM);
        sender.send(
                NetworkKind.NETWORK_KIND_SUPPLY_RELATIONS,
                "part,customer,customer_site,supplier,share,lead_time_weeks,pack_size,firm_weeks,production_weeks,material_weeks,answer_days",
                "DISC," + OEM + "," + PLANT + "," + SUPPLIER + ",1,3,,4,8,16,5");
        sender.send(ImportKind.IMPORT_KIND_SITES, "site,name", PLANT + ",Plant");
        sender.send(
                ImportKind.IMPORT_KIND_PARTS,
                "part,description,unit,family,category",
                "DISC,Brake disc,H87,BRAKE,SR99");
        List<String> demand = new ArrayList<>(List.of("part,site,week,demand"));
        for (int week = 0; week < WEEKS; week++) {
            demand.add("DISC,%s,%s,%d".formatted(PLANT, FIRST.plusWeeks(week), 700 + week % 4));
        }
        assertThat(sender.send(ImportKind.IMPORT_KIND_DEMAND, demand, message -> {})
                        .getAccepted())
                .isEqualTo(WEEKS);
    }
}
