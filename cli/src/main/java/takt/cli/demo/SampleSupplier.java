package takt.cli.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import takt.cli.service.Connection;
import takt.cli.source.Sample;
import takt.cli.term.UserError;
import takt.proto.capacity.v1.CapacityGroup;
import takt.proto.capacity.v1.CapacityGroupServiceGrpc;
import takt.proto.capacity.v1.CommitmentAnswer;
import takt.proto.capacity.v1.CommitmentServiceGrpc;
import takt.proto.capacity.v1.DeclareCapacityGroupRequest;
import takt.proto.capacity.v1.ShortfallReason;
import takt.proto.capacity.v1.SubmitCommitmentsRequest;
import takt.proto.capacity.v1.SubmitCommitmentsResponse;
import takt.proto.sharing.v1.AcknowledgePublicationRequest;
import takt.proto.sharing.v1.ListPublicationsRequest;
import takt.proto.sharing.v1.Publication;
import takt.proto.sharing.v1.PublicationLine;
import takt.proto.sharing.v1.PublicationServiceGrpc;
import takt.proto.sharing.v1.StreamPublicationLinesRequest;
import takt.proto.sharing.v1.StreamPublicationLinesResponse;
import takt.proto.type.v1.DemandCategory;

/** A supplier of the sample: it pulls its publication with its own token, declares capacity and answers. */
final class SampleSupplier {

    private static final int ANSWERED_WEEKS = 8;
    private static final int ANSWERS_A_CALL = 5_000;

    private final Connection connection;
    private final Temper temper;

    /** How a sample supplier answers. */
    enum Temper {
        COMMITS_IN_FULL,
        COMMITS_IN_PART,
        DECLINES_A_WEEK,
        DOES_NOT_ANSWER
    }

    SampleSupplier(Connection connection, Temper temper) {
        this.connection = connection;
        this.temper = temper;
    }

    /** Declares the supplier's groups of the sample; returns how many. */
    int declare(Sample sample, String bpnl) {
        Map<String, List<Sample.Row>> links = group(sample.rows("programme/capacity_groups"));
        Map<String, List<Sample.Row>> weeks = group(sample.rows("programme/capacity_weeks"));
        int declared = 0;
        for (var group : links.entrySet()) {
            if (group.getValue().get(0).get("supplier").equals(bpnl)) {
                connection
                        .within(60, CapacityGroupServiceGrpc.newBlockingStub(connection.capacity()))
                        .declareCapacityGroup(DeclareCapacityGroupRequest.newBuilder()
                                .setRequestId(UUID.randomUUID().toString())
                                .setGroup(message(
                                        group.getKey(),
                                        group.getValue(),
                                        weeks.getOrDefault(group.getKey(), List.of())))
                                .build());
                declared++;
            }
        }
        return declared;
    }

    /** Pulls, acknowledges and answers the newest publication; returns the number of answers in force. */
    int answer() {
        var stub = PublicationServiceGrpc.newBlockingStub(connection.sharing());
        Publication publication = connection
                .within(60, stub)
                .listPublications(
                        ListPublicationsRequest.newBuilder().setPageSize(1).build())
                .getPublicationsList()
                .stream()
                .findFirst()
                .orElseThrow(() -> new UserError("The supplier finds no publication."));
        List<CommitmentAnswer> answers = new ArrayList<>();
        Iterator<StreamPublicationLinesResponse> lines = connection
                .within(120, stub)
                .streamPublicationLines(StreamPublicationLinesRequest.newBuilder()
                        .setPublicationId(publication.getId())
                        .build());
        while (lines.hasNext()) {
            answers.addAll(answers(lines.next().getLine(), LocalDate.parse(publication.getFirstWeek())));
        }
        connection
                .within(60, stub)
                .acknowledgePublication(AcknowledgePublicationRequest.newBuilder()
                        .setPublicationId(publication.getId())
                        .build());
        return temper == Temper.DOES_NOT_ANSWER ? 0 : submit(answers);
    }

    private int submit(List<CommitmentAnswer> answers) {
        int inForce = 0;
        for (int from = 0; from < answers.size(); from += ANSWERS_A_CALL) {
            SubmitCommitmentsResponse response = connection
                    .within(120, CommitmentServiceGrpc.newBlockingStub(connection.capacity()))
                    .submitCommitments(SubmitCommitmentsRequest.newBuilder()
                            .setRequestId(UUID.randomUUID().toString())
                            .addAllAnswers(answers.subList(from, Math.min(from + ANSWERS_A_CALL, answers.size())))
                            .build());
            if (response.getRefusalsCount() > 0) {
                throw new UserError("A sample answer was refused: " + response.getRefusals(0));
            }
            inForce += response.getAccepted() + response.getUnchanged();
        }
        return inForce;
    }

    private List<CommitmentAnswer> answers(PublicationLine line, LocalDate firstWeek) {
        List<CommitmentAnswer> answers = new ArrayList<>();
        for (int week = 0; week < Math.min(ANSWERED_WEEKS, line.getDemandThousandthsCount()); week++) {
            long demand = line.getDemandThousandths(week);
            if (demand > 0) {
                long committed = committed(line, week, demand);
                answers.add(CommitmentAnswer.newBuilder()
                        .setLineId(line.getId())
                        .setWeek(firstWeek.plusWeeks(week).toString())
                        .setCommittedThousandths(committed)
                        .setReason(reason(committed, demand))
                        .build());
            }
        }
        return answers;
    }

    private long committed(PublicationLine line, int week, long demand) {
        return switch (temper) {
            case COMMITS_IN_PART ->
                week >= 2 && week <= 5 && Math.floorMod(line.getPart().hashCode(), 4) == 0
                        ? demand * 85 / 100_000 * 1000
                        : demand;
            case DECLINES_A_WEEK -> week == 3 ? 0 : demand;
            default -> demand;
        };
    }

    private ShortfallReason reason(long committed, long demand) {
        if (committed >= demand) {
            return ShortfallReason.SHORTFALL_REASON_UNSPECIFIED;
        }
        return temper == Temper.DECLINES_A_WEEK
                ? ShortfallReason.SHORTFALL_REASON_SHUTDOWN
                : ShortfallReason.SHORTFALL_REASON_CAPACITY;
    }

    private static Map<String, List<Sample.Row>> group(List<Sample.Row> rows) {
        return rows.stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        r -> r.get("group"), java.util.TreeMap::new, java.util.stream.Collectors.toList()));
    }

    private static CapacityGroup message(String id, List<Sample.Row> links, List<Sample.Row> weeks) {
        CapacityGroup.Builder group = CapacityGroup.newBuilder()
                .setId(id)
                .setName(links.get(0).get("name"))
                .setUnit(links.get(0).get("unit"));
        links.forEach(link -> group.addLinksBuilder()
                .setPart(link.get("part"))
                .setCustomerSite(link.get("customer_site"))
                .setCategory(DemandCategory.DEMAND_CATEGORY_SERIES)
                .setLoadFactorThousandths(thousandths(link.get("load_factor"))));
        weeks.forEach(week -> group.addWeeksBuilder()
                .setWeek(week.get("week"))
                .setActualThousandths(thousandths(week.get("actual")))
                .setMaximumThousandths(thousandths(week.get("maximum"))));
        return group.build();
    }

    private static long thousandths(String decimal) {
        return new BigDecimal(decimal).movePointRight(3).longValueExact();
    }
}
