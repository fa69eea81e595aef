package takt.forecast.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import takt.forecast.adapter.db.FactTables;
import takt.forecast.run.port.FactTargets;

@ApplicationScoped
class Beans {

    @Produces
    @Singleton
    FactTargets factTargets() {
        return FactTables::of;
    }
}
