package takt.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A page that listens, as a browser would. */
final class Stream implements AutoCloseable {

    record Event(String name, String id, String data) {}

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final InputStream body;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private volatile boolean isOver;

    private Stream(InputStream body) {
        this.body = body;
    }

    static Stream open(int port, String session, String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/live".formatted(port)))
                .header("Cookie", "takt=" + session);
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        Stream stream = new Stream(answer.body());
        Thread reader = new Thread(stream::read);
        reader.setDaemon(true);
        reader.start();
        return stream;
    }

    private void read() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String name = "";
            String id = "";
            String data = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    data = line.substring(5).strip();
                } else if (line.isEmpty() && !name.isEmpty()) {
                    events.add(new Event(name, id, data));
                    name = "";
                }
            }
        } catch (IOException e) {
            // the connection was cut, by the server or by the test
        }
        isOver = true;
    }

    List<Event> happened() {
        return events.stream().filter(e -> e.name().equals("happened")).toList();
    }

    List<Event> all() {
        return events;
    }

    boolean isOver() {
        return isOver;
    }

    Event await(Predicate<Event> isIt) throws InterruptedException {
        for (int i = 0; i < 400; i++) {
            for (Event event : events) {
                if (isIt.test(event)) {
                    return event;
                }
            }
            Thread.sleep(25);
        }
        throw new AssertionError("It was not told: " + events);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
