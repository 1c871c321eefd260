package io.github.mmaplab.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Folders for the files of scenarios. */
final class Folders {

    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

    private static final Set<String> IN_MEMORY = Set.of("tmpfs", "ramfs");

    private Folders() {}

    /**
     * Makes a folder, on a disk if possible: in memory, the last page of a regular file behaves differently.
     *
     * @throws LinuxUnavailableException if none can be made
     */
    static Path make() throws LinuxUnavailableException {
        List<String> complaints = new ArrayList<>();
        Path inMemory = null;
        for (Path base : places()) {
            try {
                Path folder = Files.createTempDirectory(base, "mmaplab-");
                if (!IN_MEMORY.contains(Files.getFileStore(folder).type())) {
                    delete(inMemory);
                    return folder;
                }
                if (inMemory == null) {
                    inMemory = folder;
                } else {
                    delete(folder);
                }
            } catch (IOException e) {
                complaints.add(base + ": " + IoReason.of(e));
            }
        }
        return Optional.ofNullable(inMemory)
                .orElseThrow(() -> new LinuxUnavailableException("there is no folder for the files of scenarios ("
                        + String.join("; ", complaints) + "); name one with TMPDIR"));
    }

    private static List<Path> places() {
        List<Path> places = new ArrayList<>();
        String named = System.getenv("TMPDIR");
        if (named != null && !named.isBlank()) {
            places.add(Path.of(named));
        }
        places.add(Path.of("/var/tmp"));
        places.add(Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
        return places;
    }

    /** Removes a folder and its content. What can't be removed stays. */
    static void delete(@Nullable Path folder) {
        if (folder != null) {
            deleteAll(folder, "");
            folder.toFile().delete();
        }
    }

    /** Removes the content of a folder. What can't be removed stays. */
    static void empty(Path folder) {
        deleteAll(folder, "");
    }

    /** Removes the shared memory whose names begin with a prefix. */
    static void deleteSharedMemory(String prefix) {
        deleteAll(SHARED_MEMORY, prefix);
    }

    private static void deleteAll(Path folder, String prefix) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // it stays
        }
    }
}
