package takt.ui.sheet;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Workbooks of what the page shows, and what a person wrote into one. Nothing of either is kept. */
@Path("/sheet")
@Authenticated
@Blocking
public class SheetResource {

    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ObjectMapper json;

    SheetResource(ObjectMapper json) {
        this.json = json;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(WORKBOOK)
    public byte[] write(InputStream body) throws IOException {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        try (JsonParser parser = json.getFactory().createParser(body)) {
            new SheetWriter(parser).write(workbook);
        }
        return workbook.toByteArray();
    }

    @POST
    @Path("read")
    @Consumes(WORKBOOK)
    @Produces(MediaType.APPLICATION_JSON)
    public List<List<String>> read(File workbook) {
        return SheetReader.read(workbook.toPath());
    }

    @ServerExceptionMapper({
        SheetWriter.NotASheet.class,
        SheetReader.UnreadableSheet.class,
        JsonProcessingException.class
    })
    Response refused(Exception why) {
        boolean isRead = why instanceof SheetReader.UnreadableSheet;
        return Response.status(400)
                .type("application/problem+json")
                .entity(Map.of(
                        "title",
                        isRead ? "SHEET_UNREADABLE" : "BODY_INVALID",
                        "status",
                        400,
                        "detail",
                        isRead
                                ? "The file is no workbook that can be read, or holds more than 20,000 rows of 200 columns."
                                : "The body is no sheet of at most 100,000 rows of 200 columns."))
                .build();
    }
}
