package io.github.mmaplab.exercise.roster;

import java.util.Optional;

/**
 * A student of the class. Everything here is text that others wrote: escape it wherever it goes.
 *
 * @param id the key, in its {@linkplain StudentId#normalized normal form}; names are none
 * @param name as the roster has it
 * @param email as the roster has it
 * @param group those of one group share a variant and a submission; a student is in one at most
 * @param section as the roster has it
 */
public record Student(
        String id, Optional<String> name, Optional<String> email, Optional<String> group, Optional<String> section) {
    /** Normalizes the id. */
    public Student {
        id = StudentId.normalized(id);
        if (id.isEmpty() || StudentId.problem(id).isPresent()) {
            throw new IllegalArgumentException("not the id of a student");
        }
    }

    /** A student of whom nothing else is known. */
    public Student(String id) {
        this(id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What the student's variant is drawn for: the group, so that its members share one, or else the student. */
    public String subject() {
        return group.map(name -> "group:" + name).orElse(id);
    }
}
