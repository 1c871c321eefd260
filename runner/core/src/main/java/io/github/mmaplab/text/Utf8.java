package io.github.mmaplab.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes as text, where all of them are text. */
public final class Utf8 {
    private Utf8() {}

    /** The text that bytes spell in UTF-8; empty if they are not UTF-8. */
    public static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The text that bytes spell, if all of it can be shown on one line. */
    public static Optional<String> line(byte[] bytes) {
        return text(bytes).filter(Medium.LINE::holds);
    }
}
