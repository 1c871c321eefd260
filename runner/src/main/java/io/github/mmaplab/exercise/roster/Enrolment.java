package io.github.mmaplab.exercise.roster;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Label;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Takes one id after the other of a file, and says which can't be that of a further student. */
public final class Enrolment {
    private final Problems problems;
    private final Map<String, Span> places = new HashMap<>();
    private final Map<String, Span> withoutCase = new HashMap<>();

    /** An empty class; {@code problems} receives what is wrong. */
    public Enrolment(Problems problems) {
        this.problems = problems;
    }

    /**
     * The normal form of an id at {@code place}; empty if it is not valid or was there before, in which case that
     * has been reported.
     */
    public Optional<String> enrol(String text, Span place) {
        String id = StudentId.normalized(text);
        if (id.isEmpty()) {
            problems.add(Code.NO_ID, place, "the id is missing", "give the student an id, or remove the row");
            return Optional.empty();
        }
        if (!isValid("id", id, place)) {
            return Optional.empty();
        }
        Span first = places.putIfAbsent(id, place);
        if (first != null) {
            report(Code.STUDENT_TWICE, place, first, "`" + id + "` is already on line " + first.line());
            return Optional.empty();
        }
        Span twin = withoutCase.putIfAbsent(id.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), place);
        if (twin != null) {
            report(
                    Code.IDS_LOOK_ALIKE,
                    place,
                    twin,
                    "`" + id + "` differs only in case from the id on line " + twin.line());
        }
        return Optional.of(id);
    }

    /** Whether a normalized text can be an id of a student or a group; if not, that has been reported. */
    boolean isValid(String what, String id, Span place) {
        Optional<String> problem = StudentId.problem(id);
        problem.ifPresent(why -> problems.add(
                Code.INVALID_ID,
                place,
                "the " + what + " " + why,
                "use the id that the students sign in with: at most " + StudentId.LONGEST
                        + " letters, digits and signs"));
        return problem.isEmpty();
    }

    private void report(Code code, Span place, Span first, String message) {
        String hint = code == Code.STUDENT_TWICE
                ? "keep one row for each student; a student can be in only one group"
                : "these are two students; if they are the same, remove a row";
        List<Label> labels = new ArrayList<>(List.of(new Label(first, "the first one is here")));
        problems.add(new Diagnostic(code, place, message, labels, List.of(hint)));
    }
}
