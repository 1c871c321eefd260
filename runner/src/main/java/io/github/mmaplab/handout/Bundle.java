package io.github.mmaplab.handout;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What goes into an archive. */
public final class Bundle {
    private static final Set<PosixFilePermission> PLAIN = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private final Map<String, Item> items = new LinkedHashMap<>();

    /** Puts a file where it belongs. */
    private interface Item {
        void writeTo(Path file) throws IOException;
    }

    /** An empty archive. */
    public Bundle() {}

    /** A file with this text. */
    public Bundle text(String name, String text) {
        return add(name, file -> write(file, text, PLAIN));
    }

    /** A file with this text, which can be executed. */
    public Bundle script(String name, String text) {
        return add(name, file -> write(file, text, EXECUTABLE));
    }

    /** A file like this one. */
    public Bundle copy(String name, Path source) {
        return add(name, file -> {
            Files.copy(source, file);
            Files.setPosixFilePermissions(file, PLAIN);
        });
    }

    private Bundle add(String name, Item item) {
        items.put(name, item);
        return this;
    }

    private static void write(Path file, String text, Set<PosixFilePermission> permissions) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(file, permissions);
    }

    /**
     * Writes the archive.
     *
     * @param target a file that is not there
     */
    public void writeTo(Path target) throws IOException {
        Map<String, String> options = Map.of("create", "true", "enablePosixFileAttributes", "true");
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + target.toUri()), options)) {
            for (Map.Entry<String, Item> item : items.entrySet()) {
                Path file = zip.getPath("/", item.getKey());
                Files.createDirectories(file.getParent());
                item.getValue().writeTo(file);
            }
        }
    }
}
