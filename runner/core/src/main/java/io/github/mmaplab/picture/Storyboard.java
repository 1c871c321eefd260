package io.github.mmaplab.picture;

import java.util.List;
import java.util.Optional;

/**
 * A run, moment by moment.
 *
 * @param title the title of the scenario, with its row of {@code cases} and its order if it has one
 * @param order the order in which concurrent steps were played; empty if there are none
 * @param about prose, Markdown
 * @param pageSize in bytes
 * @param file the name of the file of the scenario
 * @param source the lines of that file
 * @param moments the beginning, then one after each step, then the end if something is expected there; at least one
 * @param pastEnds the files of which a process has loaded or stored bytes after the end, in the last page
 * @param stopped why the run ended before the last step; empty if it did not
 */
public record Storyboard(
        String title,
        Optional<String> order,
        Optional<String> about,
        int pageSize,
        String file,
        List<String> source,
        List<Moment> moments,
        List<String> pastEnds,
        Optional<String> stopped) {
    /** Copies the lists. */
    public Storyboard {
        source = List.copyOf(source);
        moments = List.copyOf(moments);
        pastEnds = List.copyOf(pastEnds);
        if (moments.isEmpty()) {
            throw new IllegalArgumentException("a storyboard without a moment");
        }
    }

    /** Whether every outcome and everything that was seen is as expected, and the run came to its end. */
    public boolean passed() {
        return stopped.isEmpty() && moments.stream().allMatch(Moment::passed);
    }
}
