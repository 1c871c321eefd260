package io.github.mmaplab.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Searches folders for scenario files, by name. Each folder is searched once, even if several paths lead to it. */
public final class FolderSearch {
    /** The ending of the names of scenario files. */
    public static final String ENDING = ".scenario.yaml";

    private final Finds finds;
    private final List<String> endings;

    /** Whether a folder contains scenario files, by its real path; false while it is being searched. */
    private final Map<Path, Boolean> searched = new HashMap<>();

    /** A search for scenario files. */
    public FolderSearch(Finds finds) {
        this(finds, List.of(ENDING));
    }

    /** A search for files whose names have one of these endings. */
    public FolderSearch(Finds finds, List<String> endings) {
        this.finds = finds;
        this.endings = List.copyOf(endings);
    }

    /** Receives what is found, in the order of the names. */
    public interface Finds {
        /**
         * A scenario file.
         *
         * @param name its name in messages
         */
        void file(Path path, String name);

        /**
         * A folder that can't be read.
         *
         * @param prefix what precedes the names of its files in messages: empty, or ending in a slash
         */
        void unreadable(String prefix, IOException why);
    }

    /**
     * Whether a folder contains such files.
     *
     * @param prefix what precedes the names of its files in messages: empty, or ending in a slash
     */
    public boolean search(Path folder, String prefix) {
        Path real = real(folder);
        Boolean known = searched.putIfAbsent(real, false);
        if (known != null) {
            return known;
        }
        boolean found = false;
        for (Path path : entries(folder, prefix)) {
            String name = String.valueOf(path.getFileName());
            if (Files.isDirectory(path)) {
                found |= search(path, prefix + name + "/");
            } else if (isWanted(name)) {
                finds.file(path, prefix + name);
                found = true;
            }
        }
        searched.put(real, found);
        return found;
    }

    private boolean isWanted(String name) {
        for (String ending : endings) {
            if (name.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /**
     * In the order of their names. The paths are kept, because not every name can be made a path again in every locale.
     */
    private List<Path> entries(Path folder, String prefix) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                found.add(entry);
            }
        } catch (IOException e) {
            finds.unreadable(prefix, e);
        } catch (DirectoryIteratorException e) {
            IOException cause = e.getCause();
            finds.unreadable(prefix, cause == null ? new IOException("it changes while it is read") : cause);
        }
        found.sort(Comparator.comparing(entry -> String.valueOf(entry.getFileName())));
        return found;
    }

    /** The path of a file or folder with its links resolved where possible. */
    public static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
