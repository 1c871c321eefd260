package io.github.mmaplab.json;

import java.io.IOException;

/** A text is not the JSON that was expected. */
public final class JsonException extends IOException {
    private static final long serialVersionUID = 1;

    /**
     * A problem of a text.
     *
     * @param message the place, if known, and what is wrong there
     */
    public JsonException(String message) {
        super(message);
    }

    JsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
