package io.github.mmaplab.grading;

import io.github.mmaplab.exercise.grade.SubmissionTimes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How well a table of times matches the files that were handed in. */
public final class TimesMatch {
    private final Listing unknown = new Listing();
    private final Listing idle = new Listing();

    /** The table and the files. */
    public TimesMatch(SubmissionTimes times, List<Handed> files) {
        if (times.isTable()) {
            Set<String> names = new HashSet<>();
            files.forEach(file -> names.add(file.name()));
            names.stream()
                    .filter(name -> !times.files().contains(name))
                    .sorted()
                    .forEach(unknown::add);
            times.files().stream().filter(name -> !names.contains(name)).forEach(idle::add);
        }
    }

    /** Whether it says of each file when it was handed in. */
    public boolean isComplete() {
        return unknown.isEmpty();
    }

    /** What does not match, a line each. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        unknown.tell(
                "`--times` has no row for this file, which counts as on time",
                "`--times` has no rows for these files, which count as on time",
                warnings);
        idle.tell("`--times` names a file that does not exist", "`--times` names files that do not exist", warnings);
        return warnings;
    }
}
