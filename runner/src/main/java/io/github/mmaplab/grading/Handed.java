package io.github.mmaplab.grading;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that was handed in.
 *
 * @param path where it is
 * @param name what reports, the journal and {@code --times} call it: no two files that are graded together have one name
 * @param modified when it was last changed
 * @param depth how many of the last parts of the path may tell whose it is: what was named on the command line, and what
 *     is below it
 */
public record Handed(Path path, String name, Instant modified, int depth) {
    /** The name of the file, then those of the folders that it is in, the nearest first. */
    List<String> places() {
        List<String> places = new ArrayList<>();
        int count = path.getNameCount();
        for (int i = 1; i <= Math.min(depth, count); i++) {
            places.add(path.getName(count - i).toString());
        }
        return places;
    }
}
