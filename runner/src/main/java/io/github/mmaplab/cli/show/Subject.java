package io.github.mmaplab.cli.show;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.play.FileLoader;
import io.github.mmaplab.cli.play.Progress;
import io.github.mmaplab.cli.select.Finder;
import io.github.mmaplab.cli.select.Selection;
import io.github.mmaplab.cli.teach.ExerciseFile;
import io.github.mmaplab.cli.teach.InvalidFileException;
import io.github.mmaplab.cli.teach.Secrets;
import io.github.mmaplab.cli.teach.Students;
import io.github.mmaplab.cli.teach.WantedVariants;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.failure.Titles;
import io.github.mmaplab.file.FolderSearch;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Variant;
import java.util.List;
import java.util.Map;

/** The scenario that is shown: one of a file of scenarios, or a variant of an exercise. */
public final class Subject {
    private Subject() {}

    /** Adds the options that select it. */
    public static Syntax addTo(Syntax syntax) {
        Syntax selecting = Selection.addTo(syntax).value("variant", "N", "the N-th variant of an exercise, from 1");
        return Secrets.addTo(Students.addTo(selecting));
    }

    /**
     * The scenario that the command line names. Errors and warnings are printed to standard error.
     *
     * @throws UsageException if it names none, or more than one
     * @throws InvalidFileException if the file has an error
     */
    public static Scenario of(Arguments arguments, Palette palette, Host host) throws UsageException {
        String operand = arguments.operand();
        if (operand == null) {
            throw new UsageException(
                    "`mmaplab show` needs the path of a scenario file",
                    "write `mmaplab show my" + FolderSearch.ENDING + "`",
                    Arguments.helpOn("show"));
        }
        return operand.endsWith(Assignment.ENDING)
                ? variant(operand, arguments, palette, host)
                : scenario(operand, arguments, palette, host);
    }

    private static Scenario variant(String file, Arguments arguments, Palette palette, Host host)
            throws UsageException {
        Assignment assignment = ExerciseFile.read(file, arguments, palette, host);
        Map<Variant, List<String>> wanted = WantedVariants.of(assignment, arguments, palette, host);
        if (wanted.size() != 1) {
            throw new UsageException(
                    "these students have " + wanted.size() + " variants, and only one is shown",
                    "name one student, or `--variant N`");
        }
        return assignment.story(wanted.keySet().iterator().next());
    }

    private static Scenario scenario(String operand, Arguments arguments, Palette palette, Host host)
            throws UsageException {
        Selection selection = Selection.of(arguments);
        ReadResult read = FileLoader.read(Finder.find(List.of(operand), host), 1, new Progress(host, true));
        for (String problem : new DiagnosticPrinter(palette).printEach(read.diagnostics())) {
            host.err().println(problem);
        }
        if (read.hasErrors()) {
            throw new InvalidFileException();
        }
        List<Scenario> selected = selection.of(read).scenarios();
        if (selected.size() != 1) {
            throw new UsageException(
                    "the selection has " + selected.size() + " scenarios, and only one is shown",
                    selected.isEmpty()
                            ? "`mmaplab list` shows which there are"
                            : "`" + Titles.place(selected.get(0))
                                    + "` is the first; `mmaplab list` shows where the others are; `--name` and `--tag`"
                                    + " select one");
        }
        return selected.get(0);
    }
}
