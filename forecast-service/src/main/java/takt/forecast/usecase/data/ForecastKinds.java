package takt.forecast.usecase.data;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import takt.forecast.ingest.BuiltVolume;
import takt.forecast.ingest.Demand;
import takt.forecast.ingest.Inventory;
import takt.forecast.ingest.Parts;
import takt.forecast.ingest.PlantCalendar;
import takt.forecast.ingest.ProductionSchedule;
import takt.forecast.ingest.Sites;
import takt.forecast.ingest.Successions;
import takt.forecast.ingest.UnitConversions;
import takt.forecast.ingest.Usage;
import takt.forecast.ingest.VehicleLines;
import takt.forecast.master.Catalogue;
import takt.forecast.usecase.data.port.Catalogues;
import takt.ingest.code.CodeBook;
import takt.ingest.kind.CrossReferences;
import takt.ingest.kind.FactKind;
import takt.ingest.kind.Reading;
import takt.ingest.usecase.Kinds;
import takt.kit.caller.Roles;

/** The kinds of facts that forecasts rest on. */
@ApplicationScoped
public class ForecastKinds implements Kinds {

    public static final List<FactKind<Catalogue>> ALL = List.of(
            new Sites(),
            new Parts(),
            new VehicleLines(),
            new Usage(),
            new ProductionSchedule(),
            new BuiltVolume(),
            new Demand(),
            new Successions(),
            new CrossReferences<>(),
            new UnitConversions(),
            new PlantCalendar(),
            new Inventory());

    private final Catalogues catalogues;

    ForecastKinds(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    @Override
    public List<FactKind<Catalogue>> all() {
        return ALL;
    }

    @Override
    public String[] roles() {
        return new String[] {Roles.PLANNER, Roles.DATA_SCIENTIST};
    }

    @Override
    public Uni<CodeBook> codes() {
        return catalogues.catalogue().map(Catalogue::codes);
    }

    @Override
    public Uni<Reading<Catalogue>> reading(String name) {
        FactKind<Catalogue> kind = FactKind.named(name, ALL);
        return catalogues.catalogue().map(known -> new Reading<>(kind, known));
    }
}
