package takt.forecast.adapter.db.data;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import takt.forecast.quality.Alarm;
import takt.forecast.quality.Card;
import takt.forecast.quality.Dimension;
import takt.forecast.quality.Measure;
import takt.forecast.quality.Scope;

/** Cards and alarms as rows. */
final class QualityRows {

    private QualityRows() {}

    static Card card(Row row) {
        List<Measure> measures = new JsonArray(row.getString(3))
                .stream()
                        .map(JsonObject.class::cast)
                        .map(m -> new Measure(
                                Dimension.valueOf(m.getString("dimension")),
                                m.getDouble("share"),
                                m.getString("reason")))
                        .toList();
        return new Card(Scope.valueOf(row.getString(1)), row.getString(2), measures);
    }

    static Alarm alarm(Row row) {
        return new Alarm(
                Scope.valueOf(row.getString(0)),
                row.getString(1),
                Alarm.Cause.valueOf(row.getString(2)),
                row.getString(3),
                row.getDouble(4));
    }

    static String json(Card card) {
        JsonArray measures = new JsonArray();
        card.measures()
                .forEach(m -> measures.add(new JsonObject()
                        .put("dimension", m.dimension().name())
                        .put("share", m.share())
                        .put("reason", m.reason())));
        return measures.encode();
    }
}
