package io.github.mmaplab.scenario;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of files that may be anything. */
public final class FileBytes {
    private FileBytes() {}

    /**
     * The bytes of a file, one more than {@code most} if it is longer; null if it can't be read, which is reported.
     *
     * @param name what messages call it
     */
    public static byte @Nullable [] read(Path path, String name, int most, Problems problems) {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(most + 1);
        } catch (IOException | SecurityException e) {
            problems.add(
                    Code.UNREADABLE_FILE,
                    new Source(name, "").span(0, 0),
                    "the file can't be read: " + reason(path, e),
                    "check the path and its permissions");
            return null;
        }
    }

    private static String reason(Path path, Exception e) {
        if (Files.isDirectory(path)) {
            return "it is a folder";
        }
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }
}
