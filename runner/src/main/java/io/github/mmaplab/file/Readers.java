package io.github.mmaplab.file;

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
 * Who may read and write a new file, within the umask of the process: besides the owner, no more than may read and
 * write the files that it was made from.
 *
 * @param permissions the maximum permissions of a new file
 */
public record Readers(Set<PosixFilePermission> permissions) {
    /** All users. */
    public static final Readers ALL = new Readers(PosixFilePermissions.fromString("rw-rw-rw-"));

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    /** Copies the set. */
    public Readers {
        permissions = Set.copyOf(permissions);
    }

    /** Those of all these files. A file without known permissions restricts nothing. */
    public static Readers of(Collection<Path> sources) {
        EnumSet<PosixFilePermission> permissions = EnumSet.copyOf(ALL.permissions());
        for (Path source : sources) {
            try {
                permissions.retainAll(Files.getPosixFilePermissions(source));
            } catch (IOException | UnsupportedOperationException e) {
                // the file restricts nothing
            }
        }
        permissions.addAll(OWNER);
        return new Readers(permissions);
    }

    /** The attributes with which a file is created. */
    FileAttribute<?>[] attributes(Path file) {
        return equals(ALL)
                        || !file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }
}
