package takt.forecast.adapter.grpc.data;

import takt.forecast.master.PartFacts;
import takt.forecast.master.PartMaster;
import takt.forecast.usecase.data.port.PartHistory;
import takt.kernel.UnitCode;
import takt.kit.Mirror;
import takt.proto.forecast.v1.DemandHistory;
import takt.proto.forecast.v1.Part;

/** Parts and their demand, in our words and the contract's. */
final class PartMessages {

    private PartMessages() {}

    static Part part(PartMaster master) {
        PartFacts part = master.facts();
        Part.Builder message = Part.newBuilder()
                .setPart(part.part())
                .setDescription(part.description())
                .setUnit(part.unit().name())
                .setFamily(part.family())
                .setCategory(Mirror.CATEGORY.contract(part.category()));
        master.before()
                .ifPresent(link -> message.setPredecessor(link.predecessor().value())
                        .setUsedFrom(link.from().toString()));
        master.after()
                .ifPresent(link -> message.setSuccessor(link.successor().value())
                        .setReplacedFrom(link.from().toString()));
        return message.build();
    }

    static DemandHistory history(PartHistory history, UnitCode unit) {
        DemandHistory.Builder message = DemandHistory.newBuilder()
                .setSite(history.site())
                .setCalendar(Mirror.CALENDAR.contract(history.calendar()));
        history.thousandths()
                .forEach((bucket, amount) -> message.addPointsBuilder()
                        .setBucket(bucket.toString())
                        .getQuantityBuilder()
                        .setThousandths(amount)
                        .setUnit(unit.name()));
        return message.build();
    }
}
