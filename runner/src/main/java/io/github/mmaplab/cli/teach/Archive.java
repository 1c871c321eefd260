package io.github.mmaplab.cli.teach;

import io.github.mmaplab.handout.Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes archives whole or not at all: beside their place first. */
public final class Archive {
    private Archive() {}

    /**
     * Writes an archive in the place of whatever file is there.
     *
     * @throws IOException if it can't be written; what was there before is still there
     */
    public static void write(Path target, Bundle bundle) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path half = Files.createTempFile(folder, ".mmaplab", ".zip");
        try {
            Files.delete(half);
            bundle.writeTo(half);
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
