package io.github.mmaplab.cli.edit;

import io.github.mmaplab.file.Reasons;
import io.github.mmaplab.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Puts another text into a file. */
final class Rewriting {
    private Rewriting() {}

    /** Writes the text, whole or not at all; why it can't, or null if it could. The file keeps its permissions. */
    static @Nullable String write(Path path, String text) {
        try (WholeFile file = WholeFile.open(path)) {
            file.out().write(text.getBytes(StandardCharsets.UTF_8));
            file.keepPermissions();
            file.commit();
            return null;
        } catch (IOException e) {
            return Reasons.of(e);
        }
    }
}
