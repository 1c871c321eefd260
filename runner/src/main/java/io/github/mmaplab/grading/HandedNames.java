package io.github.mmaplab.grading;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Names for files, no two of them equal. A file is called by its path below the folder that was named, as long as no other
 * file is; else by its path as it was named; and where even these are equal, as names that are not text in the encoding of
 * the system may be, by the bytes of its whole path, in the form of a URI.
 */
final class HandedNames {
    private final Map<Path, Candidate> candidates = new LinkedHashMap<>();

    /** A file under the shortest name that it may have, and what stands before that in its path as it was named. */
    private record Candidate(Handed file, String top) {
        Candidate named(String name) {
            return new Candidate(new Handed(file.path(), name, file.modified(), file.depth()), top);
        }
    }

    /**
     * A file; the same one once more is not.
     *
     * @param path without links in it
     * @param top what stands before {@code below} in the path as it was named
     * @param below its path below the folder that was named
     * @param depth how many parts of its path may tell whose it is
     */
    void add(Path path, String top, String below, Instant modified, int depth) {
        candidates.putIfAbsent(path, new Candidate(new Handed(path, below, modified, depth), top));
    }

    /** The files, each with a name of its own. */
    List<Handed> distinct() {
        rename(candidate -> candidate.top() + candidate.file().name());
        rename(candidate -> candidate.file().path().toUri().getRawPath());
        List<Handed> files = new ArrayList<>();
        candidates.values().forEach(candidate -> files.add(candidate.file()));
        return files;
    }

    /** Gives another name to all files that share theirs. */
    private void rename(Function<Candidate, String> other) {
        Map<String, Integer> counts = new HashMap<>();
        candidates.values().forEach(candidate -> counts.merge(candidate.file().name(), 1, Integer::sum));
        if (counts.size() < candidates.size()) {
            candidates.replaceAll(
                    (path, candidate) -> counts.getOrDefault(candidate.file().name(), 0) > 1
                            ? candidate.named(other.apply(candidate))
                            : candidate);
        }
    }
}
