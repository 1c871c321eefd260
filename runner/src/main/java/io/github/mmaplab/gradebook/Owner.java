package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.roster.StudentId;
import java.util.List;
import java.util.Optional;

/**
 * Whose a submission is, as the platform says it, whatever stands in the file.
 *
 * @param names by what the student is known, in the normal form of ids
 * @param match what is the same name
 */
public record Owner(List<String> names, Match match) {
    /** Whoever the file says: the platform does not. */
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

    /** Somebody who is known by any of these names. */
    public static Owner known(List<String> names) {
        return new Owner(names, Match.EXACT);
    }

    /** Somebody with an account on GitHub, whose names are the same in upper and lower case. */
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

    /** Why a file that says it is a student's is not the owner's; empty if it is. */
    Optional<String> problem(String student) {
        return isOf(student)
                ? Optional.empty()
                : Optional.of("the file names the student `" + student + "`, but you are " + String.join(" or ", names)
                        + ": hand in the file that came with your sheet");
    }
}
