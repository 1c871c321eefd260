package io.github.mmaplab.grading;

import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.exercise.roster.Student;
import java.util.List;
import java.util.Optional;

/** Whom grades are of, and who else is known. */
public final class GradedClass {
    private final Optional<Roster> named;
    private final Roster known;

    /**
     * A class.
     *
     * @param named those that are graded; empty, if that is everybody who handed something in
     * @param known all who are known, {@code named} among them
     */
    public GradedClass(Optional<Roster> named, Optional<Roster> known) {
        this.named = named;
        this.known = known.orElse(new Roster(List.of()));
    }

    /** Whether everybody who handed something in is graded. */
    public boolean isOpen() {
        return named.isEmpty();
    }

    /** The students who are graded; empty if the class is open. */
    List<Student> students() {
        return named.map(Roster::students).orElse(List.of());
    }

    /** All who are known. */
    public Roster known() {
        return known;
    }
}
