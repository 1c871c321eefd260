package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.roster.StudentId;
import java.util.List;
import java.util.Optional;

/**
 * The student that the platform names as the owner of a submission, regardless of its content.
 *
 * @param names the names of the student, in the normal form of ids
 * @param match which ids are the same name
 */
public record Owner(List<String> names, Match match) {
    /** Any student, for platforms that name none. */
    public static final Owner ANYBODY = new Owner(List.of(), Match.ANYTHING);

    /** When a student's id is the owner's. */
    public enum Match {
        /** Always. */
        ANYTHING,
        /** If it is one of the names. */
        EXACT,
        /** If it is one of the names, in upper or lower case. */
        ANY_CASE
    }

    /** Normalizes the names. */
    public Owner {
        names = names.stream()
                .map(StudentId::normalized)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** The student with any of these names. */
    public static Owner known(List<String> names) {
        return new Owner(names, Match.EXACT);
    }

    /** The student with an account on GitHub, whose names ignore case. */
    public static Owner login(String name) {
        return new Owner(List.of(name), Match.ANY_CASE);
    }

    /** Whether an id in normal form is the owner's. */
    public boolean isOf(String student) {
        return switch (match) {
            case ANYTHING -> true;
            case EXACT -> names.contains(student);
            case ANY_CASE -> names.stream().anyMatch(student::equalsIgnoreCase);
        };
    }

    /** Why a file of this student is not the owner's; empty if it is. */
    Optional<String> problem(String student) {
        return isOf(student)
                ? Optional.empty()
                : Optional.of("the file names the student `" + student + "`, but you are " + String.join(" or ", names)
                        + ": hand in the file that came with your sheet");
    }
}
