package io.github.mmaplab.exercise.grade;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** When files were handed in: as a table says, or else when they were last changed. */
public final class SubmissionTimes {
    private final Optional<Map<String, Instant>> table;

    private SubmissionTimes(Optional<Map<String, Instant>> table) {
        this.table = table;
    }

    /** When files were last changed. */
    public static SubmissionTimes ofFiles() {
        return new SubmissionTimes(Optional.empty());
    }

    /**
     * As a table says.
     *
     * @param table by the name of the file; of a file that is not in it, nothing is known
     */
    public static SubmissionTimes of(Map<String, Instant> table) {
        return new SubmissionTimes(Optional.of(new LinkedHashMap<>(table)));
    }

    /** When a file was handed in, if that is known. */
    public Optional<Instant> of(String file, Instant modified) {
        return table.isEmpty()
                ? Optional.of(modified)
                : Optional.ofNullable(table.get().get(file));
    }

    /** The files that the table has; nothing, if there is no table. */
    public Set<String> files() {
        return table.map(Map::keySet).map(Collections::unmodifiableSet).orElse(Set.of());
    }

    /** Whether there is a table. */
    public boolean isTable() {
        return table.isPresent();
    }
}
