package io.github.mmaplab.handout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The content of an archive. The same content makes the same archive, to the byte. */
public final class Bundle {
    /** The mode of a regular file that all users may read, as in stat(2). */
    private static final int PLAIN = 0100644;

    /** The mode of a regular file that all users may read and execute. */
    private static final int EXECUTABLE = 0100755;

    /** The time of last change of all files, so that archives do not depend on when they are made. */
    private static final LocalDateTime CHANGED = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final Map<String, Item> items = new LinkedHashMap<>();

    /** A file and its mode, as in stat(2). */
    private record Item(Content content, int mode) {}

    /** The content of a file. */
    private interface Content {
        byte[] bytes() throws IOException;
    }

    /** An empty archive. */
    public Bundle() {}

    /** Adds a file with this text. */
    public Bundle text(String name, String text) {
        return add(name, new Item(() -> text.getBytes(StandardCharsets.UTF_8), PLAIN));
    }

    /** Adds an executable file with this text. */
    public Bundle script(String name, String text) {
        return add(name, new Item(() -> text.getBytes(StandardCharsets.UTF_8), EXECUTABLE));
    }

    /** Adds a copy of a file. */
    public Bundle copy(String name, Path source) {
        return add(name, new Item(() -> Files.readAllBytes(source), PLAIN));
    }

    private Bundle add(String name, Item item) {
        items.put(name, item);
        return this;
    }

    /**
     * The archive.
     *
     * @throws IOException if a file that goes into it can't be read
     */
    public byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, Item> item : items.entrySet()) {
                ZipEntry entry = new ZipEntry(item.getKey());
                entry.setTimeLocal(CHANGED);
                zip.putNextEntry(entry);
                zip.write(item.getValue().content().bytes());
            }
        }
        return ZipModes.set(
                bytes.toByteArray(), items.values().stream().map(Item::mode).toList());
    }
}
