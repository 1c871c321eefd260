package io.github.mmaplab.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts that are in the jar. */
final class Resources {

    private Resources() {}

    /** The text at a path below the base package, which the build provides. */
    static String text(String path) {
        try (InputStream in = Resources.class.getResourceAsStream("/io/github/mmaplab/" + path)) {
            if (in == null) {
                throw new IllegalStateException("the jar has no " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
