package takt.ui.live;

import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Instant;
import java.util.OptionalLong;
import takt.proto.type.v1.FeedEvent;
import takt.ui.bridge.Service;

/** One open page. Nothing is told twice: each entry moves its position on. */
final class Listener {

    private final MultiEmitter<? super Told> page;
    private final String session;
    private final Instant until;
    private Position at;

    /** @param until the end of its token */
    Listener(MultiEmitter<? super Told> page, String session, Instant until, Position at) {
        this.page = page;
        this.session = session;
        this.until = until;
        this.at = at;
    }

    OptionalLong at(Service service) {
        return at.of(service);
    }

    boolean isOf(String id) {
        return session.equals(id);
    }

    void tell(News news) {
        String service = "\"service\":\"" + news.service().path() + "\"";
        if (news instanceof News.Happened happened) {
            happened(service, happened.service(), happened.event());
        } else if (news instanceof News.Begun begun) {
            at = at.with(begun.service(), begun.sequence());
            emit("begun", service);
        } else {
            emit(news instanceof News.Away ? "away" : "back", service);
        }
    }

    private void happened(String service, Service of, FeedEvent event) {
        if (event.getSequence() <= at.of(of).orElse(-1)) {
            return;
        }
        at = at.with(of, event.getSequence());
        emit(
                "happened",
                service
                        + ",\"kind\":\"%s\",\"subject\":\"%s\",\"recordedAt\":\"%s\""
                                .formatted(event.getKind(), event.getSubject(), event.getRecordedAt()));
    }

    void beat(Instant now) {
        emit("beat", "\"now\":\"" + now + "\"");
    }

    private void emit(String name, String fields) {
        page.emit(new Told(name, at.toString(), "{" + fields + "}"));
    }

    /** Ends it where its token has ended: who is still logged in comes back with the next one. */
    void endBy(Instant now) {
        if (!now.isBefore(until)) {
            end();
        }
    }

    void end() {
        page.complete();
    }
}
