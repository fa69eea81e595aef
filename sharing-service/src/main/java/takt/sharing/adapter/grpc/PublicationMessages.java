package takt.sharing.adapter.grpc;

import com.google.common.primitives.Doubles;
import com.google.common.primitives.Longs;
import java.util.UUID;
import takt.kernel.PartnerId;
import takt.kit.Mirror;
import takt.proto.sharing.v1.Edition;
import takt.proto.sharing.v1.ImmediateBasis;
import takt.proto.sharing.v1.ImmediateRequirement;
import takt.proto.sharing.v1.Publication;
import takt.proto.sharing.v1.PublicationLine;
import takt.sharing.publication.Immediate;
import takt.sharing.publication.PublicationPlan;
import takt.sharing.usecase.port.PublicationStore.Published;
import takt.sharing.visibility.VisibleLine;

/** Publications and their lines, in our words and the contract's. */
final class PublicationMessages {

    private static final Mirror<ImmediateBasis, Immediate.Basis> BASES =
            Mirror.of(ImmediateBasis.class, Immediate.Basis.class);

    private PublicationMessages() {}

    static Edition message(Published found) {
        Edition.Builder edition = Edition.newBuilder()
                .setVersionId(found.versionId().toString())
                .setPublishedAt(found.at().toString())
                .setFirstWeek(found.firstWeek().toString())
                .setWeeks(PublicationPlan.WEEKS)
                .setPublications(found.publications())
                .setLines(found.lines())
                .setUnsuppliedInAll(found.unsupplied());
        found.gaps().passedThrough().forEach(part -> edition.addPassedThrough(part.value()));
        found.gaps()
                .unsupplied()
                .forEach(gap -> edition.addUnsuppliedBuilder()
                        .setPart(gap.part().value())
                        .setCustomer(gap.customer().map(PartnerId::value).orElse(""))
                        .setCustomerSite(gap.site().value())
                        .setBelow(gap.below())
                        .getQuantityBuilder()
                        .setThousandths(gap.thousandths())
                        .setUnit(gap.unit().name()));
        return edition.build();
    }

    static ImmediateRequirement message(Immediate immediate) {
        ImmediateRequirement.Builder message = ImmediateRequirement.newBuilder()
                .setOpenThousandths(immediate.thousandths())
                .setBasis(BASES.contract(immediate.basis()));
        long[] due = immediate.due();
        for (int i = 0; i < due.length; i++) {
            message.addDueBuilder().setWeek(immediate.week(i).toString()).setThousandths(due[i]);
        }
        return message.build();
    }

    static Publication message(takt.sharing.publication.Publication p) {
        return Publication.newBuilder()
                .setId(p.id().toString())
                .setNumber(p.number())
                .setSupplier(p.supplier().value())
                .setVersionId(p.versionId().toString())
                .setPredecessorId(p.predecessor().map(UUID::toString).orElse(""))
                .setFirstWeek(p.firstWeek().toString())
                .setWeeks(p.weeks())
                .setLines(p.lines())
                .setCreatedAt(p.createdAt().toString())
                .setAcknowledgedAt(p.acknowledgedAt().map(Object::toString).orElse(""))
                .setAnswerBy(p.answerBy().toString())
                .addAllLevels(Doubles.asList(p.levels()))
                .setScenarios(p.scenarios())
                .build();
    }

    static PublicationLine message(VisibleLine line) {
        return PublicationLine.newBuilder()
                .setId(line.id().toString())
                .setPublicationId(line.publicationId().toString())
                .setPart(line.part().value())
                .setSupplier(line.supplier().value())
                .setCustomer(line.customer().value())
                .setCustomerSite(line.customerSite().value())
                .setCategory(Mirror.CATEGORY.contract(line.category()))
                .setUnit(line.unit().name())
                .addAllDemandThousandths(Longs.asList(line.demand()))
                .addAllQuantileThousandths(Longs.asList(line.quantiles()))
                .setFirmWeeks(line.zones().firmWeeks())
                .setProductionWeeks(line.zones().productionWeeks())
                .setMaterialWeeks(line.zones().materialWeeks())
                .setLeadTimeWeeks(line.leadTimeWeeks())
                .setPackThousandths(line.packThousandths())
                .setImmediate(message(line.immediate()))
                .build();
    }
}
