package io.github.mmaplab.cli.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who may read and write a new file, besides its owner and as far as the process's own mask lets them: no more than may
 * read and write those that it was made from.
 *
 * @param permissions the most that a new file has
 */
public record Readers(Set<PosixFilePermission> permissions) {
    /** Everybody. */
    public static final Readers ALL = new Readers(PosixFilePermissions.fromString("rw-rw-rw-"));

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    /** Copies the set. */
    public Readers {
        permissions = Set.copyOf(permissions);
    }

    /** Those of all these files; a file whose permissions can't be found out, or that has none, changes nothing. */
    public static Readers of(Collection<Path> sources) {
        EnumSet<PosixFilePermission> permissions = EnumSet.copyOf(ALL.permissions());
        for (Path source : sources) {
            try {
                permissions.retainAll(Files.getPosixFilePermissions(source));
            } catch (IOException | UnsupportedOperationException e) {
                // as it says
            }
        }
        permissions.addAll(OWNER);
        return new Readers(permissions);
    }

    /** With these permissions a file is made. */
    FileAttribute<?>[] attributes(Path file) {
        return equals(ALL)
                        || !file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }
}
