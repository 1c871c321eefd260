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

/** What goes into an archive: the same things make the same archive, to the byte. */
public final class Bundle {
    /** A regular file that all may read, as stat(2) tells it. */
    private static final int PLAIN = 0100644;

    /** The same, and all may execute it. */
    private static final int EXECUTABLE = 0100755;

    /** When files in archives were last changed that are to be the same whenever they are made. */
    private static final LocalDateTime CHANGED = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final Map<String, Item> items = new LinkedHashMap<>();

    /** A file, and what stat(2) says that it is. */
    private record Item(Content content, int mode) {}

    /** What is in a file. */
    private interface Content {
        byte[] bytes() throws IOException;
    }

    /** An empty archive. */
    public Bundle() {}

    /** A file with this text. */
    public Bundle text(String name, String text) {
        return add(name, new Item(() -> text.getBytes(StandardCharsets.UTF_8), PLAIN));
    }

    /** A file with this text, which can be executed. */
    public Bundle script(String name, String text) {
        return add(name, new Item(() -> text.getBytes(StandardCharsets.UTF_8), EXECUTABLE));
    }

    /** A file like this one. */
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
