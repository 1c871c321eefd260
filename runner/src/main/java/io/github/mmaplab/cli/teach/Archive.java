package io.github.mmaplab.cli.teach;

import io.github.mmaplab.file.Readers;
import io.github.mmaplab.file.TemporaryFiles;
import io.github.mmaplab.file.WholeFile;
import io.github.mmaplab.handout.Bundle;
import java.io.IOException;
import java.nio.file.Path;

/** Writes archives whole or not at all. */
public final class Archive {
    private Archive() {}

    /**
     * Writes an archive, which replaces an existing file.
     *
     * @param readers who may read it
     * @throws IOException if it can't be written; the existing file stays
     */
    public static void write(Path target, Bundle bundle, Readers readers) throws IOException {
        byte[] zip = bundle.zip();
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            TemporaryFiles.sweep(folder);
        }
        try (WholeFile file = WholeFile.open(target, readers)) {
            file.out().write(zip);
            file.commit();
        }
    }
}
