package io.github.mmaplab.cli.watch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the files should be checked again: when the system reports a change, and at least every second, because
 * some file systems (those of networks and containers) report none.
 */
public final class ChangeDetector implements Closeable {
    private static final long PERIOD_MILLIS = 1000;

    /** A single save is often several events. */
    private static final long QUIET_MILLIS = 50;

    private final @Nullable WatchService service;

    private ChangeDetector(@Nullable WatchService service) {
        this.service = service;
    }

    /** At changes, if the system reports them, and every second. */
    public static ChangeDetector atChanges() {
        try {
            return new ChangeDetector(FileSystems.getDefault().newWatchService());
        } catch (IOException | UnsupportedOperationException e) {
            return everySecond();
        }
    }

    /** Every second only. */
    static ChangeDetector everySecond() {
        return new ChangeDetector(null);
    }

    /** Also waits for changes in these folders and those below. Folders that are already watched are skipped. */
    void watch(Collection<Path> folders) {
        if (service == null) {
            return;
        }
        for (Path folder : folders) {
            for (Path each : below(folder)) {
                register(each, service);
            }
        }
    }

    private static List<Path> below(Path folder) {
        List<Path> folders = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                    folders.add(each);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path each, IOException problem) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            folders.add(folder);
        }
        return folders;
    }

    private static void register(Path folder, WatchService service) {
        try {
            folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
        } catch (IOException e) {
            // The folder is gone, or the system can watch no more. A change is then seen within a second.
        }
    }

    /** Waits until the files should be checked. */
    void await() throws InterruptedException {
        if (service == null) {
            Thread.sleep(PERIOD_MILLIS);
            return;
        }
        try {
            WatchKey key = service.poll(PERIOD_MILLIS, TimeUnit.MILLISECONDS);
            while (key != null) {
                key.pollEvents();
                key.reset();
                key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (ClosedWatchServiceException e) {
            throw new InterruptedException("the watched files are gone");
        }
    }

    @Override
    public void close() throws IOException {
        if (service != null) {
            service.close();
        }
    }
}
