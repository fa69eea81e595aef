package takt.kit.error;

import com.google.rpc.Code;

/** What kind of error it is, and what gRPC and HTTP call it. */
public enum Category {
    INVALID(Code.INVALID_ARGUMENT, 400),
    NOT_FOUND(Code.NOT_FOUND, 404),
    PRECONDITION(Code.FAILED_PRECONDITION, 409),
    FORBIDDEN(Code.PERMISSION_DENIED, 403),
    UNAVAILABLE(Code.UNAVAILABLE, 503),
    INTERNAL(Code.INTERNAL, 500);

    private final Code code;
    private final int http;

    Category(Code code, int http) {
        this.code = code;
        this.http = http;
    }

    public Code code() {
        return code;
    }

    public int http() {
        return http;
    }
}
