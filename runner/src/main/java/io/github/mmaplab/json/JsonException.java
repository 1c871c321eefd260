package io.github.mmaplab.json;

import java.io.IOException;

/** Says that a text is not the JSON that was expected, and where. */
public final class JsonException extends IOException {
    private static final long serialVersionUID = 1;

    /** The place, as far as it is known, and what is wrong there. */
    public JsonException(String message) {
        super(message);
    }

    JsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
