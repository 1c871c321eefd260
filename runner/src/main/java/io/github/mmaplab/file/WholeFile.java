package io.github.mmaplab.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written whole or not at all: under a temporary name in the same folder, and renamed at the end.
 * Anything but a regular file, such as a pipe, is written to directly.
 */
public final class WholeFile implements Closeable {
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final OutputStream out;
    private final Path target;
    private final @Nullable Path temporary;
    /** Removes the incomplete file when the program is interrupted. */
    private final @Nullable Thread cleaner;

    private boolean over;

    private WholeFile(OutputStream out, Path target, @Nullable Path temporary, @Nullable Thread cleaner) {
        this.out = out;
        this.target = target;
        this.temporary = temporary;
        this.cleaner = cleaner;
    }

    /**
     * Begins to write a file. A file of that name stays until the end.
     *
     * @throws IOException if it can't be written, which is known at once
     */
    public static WholeFile open(Path path) throws IOException {
        return open(path, Readers.ALL);
    }

    /** Begins to write a file that only these may read, as {@link #open(Path)} does. */
    public static WholeFile open(Path path, Readers readers) throws IOException {
        Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new IOException("it is a folder");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            return new WholeFile(Files.newOutputStream(target, StandardOpenOption.WRITE), target, null, null);
        }
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("its folder does not exist");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new IOException("permission denied");
        }
        Path temporary = folder.resolve(TemporaryFiles.name(String.valueOf(target.getFileName())));
        // first, so that there is no moment at which the file exists and would stay
        Thread cleaner = new Thread(new Removal(temporary));
        Runtime.getRuntime().addShutdownHook(cleaner);
        try {
            Files.deleteIfExists(temporary);
            OutputStream out =
                    Channels.newOutputStream(Files.newByteChannel(temporary, NEW, readers.attributes(temporary)));
            return new WholeFile(out, target, temporary, cleaner);
        } catch (IOException e) {
            Runtime.getRuntime().removeShutdownHook(cleaner);
            throw e;
        }
    }

    /**
     * Writes a whole file.
     *
     * @param text in UTF-8
     * @throws IOException if it can't be written; a file of that name stays
     */
    public static void write(Path path, String text) throws IOException {
        write(path, text, Readers.ALL);
    }

    /** Writes a whole file that only these may read, as {@link #write(Path, String)} does. */
    public static void write(Path path, String text, Readers readers) throws IOException {
        try (WholeFile file = open(path, readers)) {
            file.out().write(text.getBytes(StandardCharsets.UTF_8));
            file.commit();
        }
    }

    /**
     * Copies the permissions of the file that it replaces, if the file system has permissions.
     *
     * @throws IOException if they can't be read or set
     */
    public void keepPermissions() throws IOException {
        if (temporary != null
                && Files.getFileStore(temporary).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(target));
        }
    }

    /** The stream for the content; not buffered. */
    public OutputStream out() {
        return out;
    }

    /**
     * Completes the file: it replaces one of that name.
     *
     * @throws IOException if it could not be written
     */
    public void commit() throws IOException {
        out.close();
        if (temporary != null) {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        forget();
    }

    /**
     * Completes the file as {@link #commit} does, but does not replace one of that name.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one
     * @throws IOException if it could not be written
     */
    public void commitNew() throws IOException {
        out.close();
        if (temporary != null) {
            try {
                Files.createLink(target, temporary);
                Files.delete(temporary);
            } catch (UnsupportedOperationException e) {
                Files.move(temporary, target);
            }
        }
        forget();
    }

    /** Discards what was not committed. */
    @Override
    public void close() throws IOException {
        if (!over) {
            out.close();
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
            forget();
        }
    }

    private void forget() {
        over = true;
        if (cleaner != null) {
            Runtime.getRuntime().removeShutdownHook(cleaner);
        }
    }

    /** Removes a file if possible, while the process ends. */
    private record Removal(Path file) implements Runnable {
        @Override
        public void run() {
            file.toFile().delete();
        }
    }
}
