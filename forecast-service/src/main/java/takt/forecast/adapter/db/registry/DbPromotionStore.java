package takt.forecast.adapter.db.registry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import takt.forecast.registry.PromotionHistory;
import takt.forecast.registry.PromotionHistory.Promotion;
import takt.forecast.usecase.registry.port.PromotionStore;
import takt.kit.db.Database;
import takt.kit.db.Locks;
import takt.kit.feed.Feed;

@ApplicationScoped
public class DbPromotionStore implements PromotionStore {

    /** Held by whoever numbers or promotes models. */
    public static final String LOCK = "model";

    private final Database database;
    private final Feed feed;

    DbPromotionStore(Database database, Feed feed) {
        this.database = database;
        this.feed = feed;
    }

    @Override
    public Uni<PromotionHistory> history() {
        return database.read(DbPromotionStore::history);
    }

    @Override
    public Uni<PromotionHistory> decide(Function<PromotionHistory, Optional<Promotion>> decision) {
        return database.transaction(s -> Locks.take(s, LOCK)
                .chain(() -> history(s))
                .chain(before -> decision.apply(before)
                        .map(promotion -> keep(s, before, promotion))
                        .orElseGet(() -> Uni.createFrom().item(before))));
    }

    private Uni<PromotionHistory> keep(Mutiny.StatelessSession session, PromotionHistory before, Promotion promotion) {
        List<Promotion> all = new ArrayList<>(before.promotions());
        all.add(promotion);
        return session.insert(PromotionRow.of(all.size(), promotion))
                .chain(() -> feed.append(session, "MODEL_PROMOTED", promotion.run()))
                .replaceWith(new PromotionHistory(List.copyOf(all)));
    }

    private static Uni<PromotionHistory> history(Mutiny.StatelessSession session) {
        return session.createQuery("from PromotionRow p order by p.ordinal", PromotionRow.class)
                .getResultList()
                .map(rows -> new PromotionHistory(
                        rows.stream().map(PromotionRow::promotion).toList()));
    }
}
