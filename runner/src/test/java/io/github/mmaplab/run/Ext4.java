package io.github.mmaplab.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A real ext4 file system in an image file. It has the default mount options, but commits its journal by itself only every five
 * minutes, so that nothing is written while the image is copied.
 */
final class Ext4 implements AutoCloseable {
    private static final String OPTIONS = "loop,commit=300,data=ordered";

    private final Path image;
    private final Path folder;

    private Ext4(Path image, Path folder) {
        this.image = image;
        this.folder = folder;
    }

    /** A new one, mounted in a folder of its own. */
    static Ext4 make(Path below, String name) throws IOException {
        Path image = below.resolve(name + ".img");
        run("truncate", "-s", "16M", image.toString());
        run("mkfs.ext4", "-q", "-F", "-b", "4096", "-E", "lazy_itable_init=0,lazy_journal_init=0", image.toString());
        return mount(image, below.resolve(name));
    }

    private static Ext4 mount(Path image, Path folder) throws IOException {
        Files.createDirectories(folder);
        run("mount", "-o", OPTIONS, image.toString(), folder.toString());
        return new Ext4(image, folder);
    }

    /** Where its files are. */
    Path folder() {
        return folder;
    }

    /** Writes everything to the image. */
    void sync() throws IOException {
        run("sync", "-f", folder.toString());
    }

    /** What is left if the power fails now: each file with its content. The file system itself goes on. */
    Map<String, List<Byte>> afterACrash(Path below, String name) throws IOException {
        Path copy = below.resolve(name + ".img");
        run("cp", "--reflink=never", "--sparse=always", image.toString(), copy.toString());
        try (Ext4 left = mount(copy, below.resolve(name))) {
            Map<String, List<Byte>> files = new TreeMap<>();
            try (DirectoryStream<Path> all = Files.newDirectoryStream(left.folder)) {
                for (Path file : all) {
                    if (Files.isRegularFile(file)) {
                        files.put(file.getFileName().toString(), bytes(Files.readAllBytes(file)));
                    }
                }
            }
            return files;
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    static List<Byte> bytes(byte[] content) {
        List<Byte> bytes = new ArrayList<>(content.length);
        for (byte each : content) {
            bytes.add(each);
        }
        return bytes;
    }

    static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            assertThat(process.waitFor())
                    .as(() -> List.of(command) + ": " + output)
                    .isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        run("umount", folder.toString());
    }
}
