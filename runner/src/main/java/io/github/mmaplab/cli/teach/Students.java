package io.github.mmaplab.cli.teach;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.exercise.roster.RosterResult;
import io.github.mmaplab.exercise.roster.Student;
import io.github.mmaplab.exercise.roster.StudentId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The students of a command: {@code --student} or {@code --roster}. */
public final class Students {
    private Students() {}

    /** Adds the options. */
    public static Syntax addTo(Syntax syntax) {
        return syntax.value("student", "ID", "the student")
                .value("roster", "FILE", "the class: CSV with a column `id`, or .txt with one id per line");
    }

    /** Whether one of the options is given. */
    public static boolean areNamed(Arguments arguments) {
        return arguments.has("student") || arguments.has("roster");
    }

    /**
     * The named students; with both options, the one student as in the roster. Errors and warnings are printed to
     * standard error.
     *
     * @throws UsageException if no student is named, or one whose id is invalid or not in the roster
     * @throws InvalidFileException if the roster has an error
     */
    public static Roster of(Arguments arguments, Palette palette, Host host) throws UsageException {
        return among(inRoster(arguments, palette, host), arguments);
    }

    /**
     * The named students of a class.
     *
     * @param whole the class, as {@link #inRoster} reads it
     * @throws UsageException as {@link #of} does
     */
    public static Roster among(Roster whole, Arguments arguments) throws UsageException {
        String id = arguments.only("student", "for several, use `--roster`");
        String file = arguments.only("roster", "a class has one roster");
        if (file == null) {
            return new Roster(List.of(student(id)));
        }
        return id == null ? whole : only(whole, id, file);
    }

    /** All students of the roster, whichever are named; otherwise as {@link #of}. */
    public static Roster inRoster(Arguments arguments, Palette palette, Host host) throws UsageException {
        String file = arguments.only("roster", "a class has one roster");
        if (file == null) {
            return new Roster(List.of());
        }
        RosterResult read = Roster.read(host.resolve(file), file);
        new DiagnosticPrinter(palette).printEach(read.diagnostics()).forEach(host.err()::println);
        if (read.hasErrors()) {
            throw new InvalidFileException();
        }
        return read.roster();
    }

    private static Roster only(Roster roster, String id, String file) throws UsageException {
        Optional<Student> student = roster.find(id);
        if (student.isEmpty()) {
            String message = "there is no student `" + id + "` in `" + file + "`";
            throw roster.alike(id)
                    .map(other -> new UsageException(message, "did you mean `" + other + "`?"))
                    .orElse(new UsageException(message));
        }
        return new Roster(List.of(student.get()));
    }

    private static Student student(@Nullable String written) throws UsageException {
        String id = StudentId.normalized(written == null ? "" : written);
        if (id.isEmpty()) {
            throw new UsageException("a student has an id", "write `--student ID`");
        }
        Optional<String> problem = StudentId.problem(id);
        if (problem.isPresent()) {
            throw new UsageException("the id of `--student` " + problem.get());
        }
        return new Student(id);
    }
}
