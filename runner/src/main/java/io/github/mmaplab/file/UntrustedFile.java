package io.github.mmaplab.file;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of files that are not trusted. */
public final class UntrustedFile {
    /** The bits of a file's mode for the kind of file, and their values (inode(7)). */
    private static final int KIND = 0170000;

    private static final int FIFO = 0010000;
    private static final int SOCKET = 0140000;

    private UntrustedFile() {}

    /**
     * Opens a file. Anything but a regular file is refused and not opened: opening a FIFO blocks until a process writes
     * to it, and opening a device may have any effect. A file that this process already has open, such as {@code
     * /dev/stdin}, may be a pipe.
     *
     * @throws IOException if it can't be opened
     */
    public static InputStream open(Path path) throws IOException {
        if (!isRegular(path) && !isOpenAlready(path)) {
            throw new FileSystemException(path.toString(), null, kind(path));
        }
        return Files.newInputStream(path);
    }

    /** Whether a file may be opened: also one that does not exist, for open(2) to say so. */
    private static boolean isRegular(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).isRegularFile();
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean isOpenAlready(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith("/dev/fd")
                || absolute.startsWith("/proc/self/fd")
                || absolute.equals(Path.of("/dev/stdin"));
    }

    private static String kind(Path path) {
        if (Files.isDirectory(path)) {
            return "it is a folder";
        }
        try {
            return switch ((Integer) Files.getAttribute(path, "unix:mode") & KIND) {
                case FIFO -> "it is a FIFO, not a regular file";
                case SOCKET -> "it is a socket, not a regular file";
                default -> "it is a device, not a regular file";
            };
        } catch (IOException | UnsupportedOperationException e) {
            return "it is not a regular file";
        }
    }

    /**
     * The bytes of a file, {@code most} plus 1 if it is longer; null if it can't be read, which is reported.
     *
     * @param name its name in messages
     */
    public static byte @Nullable [] read(Path path, String name, int most, Problems problems) {
        try (InputStream in = open(path)) {
            return in.readNBytes(most + 1);
        } catch (IOException | SecurityException e) {
            problems.add(
                    Code.UNREADABLE_FILE,
                    new Source(name, "").span(0, 0),
                    "the file can't be read: " + reason(e),
                    "check the path and its permissions");
            return null;
        }
    }

    private static String reason(Exception e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return e instanceof IOException problem ? Reasons.of(problem) : String.valueOf(e.getMessage());
    }
}
