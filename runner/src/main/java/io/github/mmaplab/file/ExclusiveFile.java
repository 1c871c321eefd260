package io.github.mmaplab.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file that only one process at a time may have open. The lock is released when the process is killed. */
public final class ExclusiveFile implements Closeable {
    private final Path path;
    private final RandomAccessFile file;
    private boolean forgotten;

    private ExclusiveFile(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Opens a file, and creates it if it does not exist; empty if another process has it open.
     *
     * @param readers who may read it if it is created
     * @throws IOException if it can't be opened
     */
    public static Optional<ExclusiveFile> open(Path path, Readers readers) throws IOException {
        while (true) {
            create(path, readers);
            Object before = identity(path);
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            if (!lock(file)) {
                file.close();
                return Optional.empty();
            }
            // The other process may have deleted it between opening and locking; then this is a file without a name.
            if (before != null && Objects.equals(before, identity(path))) {
                return Optional.of(new ExclusiveFile(path, file));
            }
            file.close();
        }
    }

    private static void create(Path path, Readers readers) throws IOException {
        try {
            Files.createFile(path, readers.attributes(path));
        } catch (FileAlreadyExistsException e) {
            // the file is already gone
        }
    }

    /** Identifies a file among those with the same name; null if there is none. */
    private static @Nullable Object identity(Path path) throws IOException {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key == null ? path : key;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static boolean lock(RandomAccessFile file) throws IOException {
        try {
            FileLock lock = file.getChannel().tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /**
     * Unlinks the file, so that it disappears when this process ends. Where an open file can't be unlinked, it is
     * removed when it is closed.
     */
    public void forgetName() {
        path.toFile().delete();
        forgotten = true;
    }

    /** The open file. */
    public RandomAccessFile file() {
        return file;
    }

    /** Releases the file, and removes it if it is empty. */
    @Override
    public void close() throws IOException {
        if (file.getChannel().isOpen()) {
            if (forgotten || file.length() == 0) {
                delete();
            }
            file.close();
        }
    }

    /** Removes it. */
    public void delete() throws IOException {
        // If an open file can't be unlinked, it is closed first.
        try {
            Files.deleteIfExists(path);
            file.close();
        } catch (IOException e) {
            file.close();
            Files.deleteIfExists(path);
        }
    }
}
