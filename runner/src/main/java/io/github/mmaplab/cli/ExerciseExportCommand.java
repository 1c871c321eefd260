package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Numbers;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Colors;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Reasons;
import io.github.mmaplab.cli.host.WholeFile;
import io.github.mmaplab.cli.select.Spared;
import io.github.mmaplab.cli.teach.ExerciseFile;
import io.github.mmaplab.cli.teach.Salts;
import io.github.mmaplab.cli.teach.Students;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.VariantException;
import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.handout.moodle.Gift;
import io.github.mmaplab.handout.moodle.MoodleXml;
import io.github.mmaplab.scenario.model.Variant;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code mmaplab exercise export}. */
final class ExerciseExportCommand implements Command {
    private static final String NAME = "exercise export";

    private static final String MOODLE = "moodle";
    private static final String GIFT = "gift";

    private static final int MOST = 1000;
    private static final int USUAL = 20;

    @Override
    public Operand operand() {
        return Operand.FILE;
    }

    @Override
    public String operands() {
        return "[options] " + MOODLE + "|" + GIFT + " FILE";
    }

    @Override
    public String summary() {
        return "write variants of an exercise as questions for Moodle, with their right answers";
    }

    @Override
    public String details() {
        return """
                Moodle can't play exercises: so each question becomes a category, and each variant a question in it,
                of which a quiz draws one at random. `moodle` is Moodle XML, which keeps everything; `gift` is for
                what reads nothing else. The file holds the right answers: it is not for students.

                exit code: 0 written, 2 the exercise or the roster is not valid, 64 the command line is wrong

                examples:
                  mmaplab exercise export moodle fork-private.exercise.yaml --variants 30 -o fork-private.xml
                  mmaplab exercise export gift fork-private.exercise.yaml --roster class.csv -o fork-private.gift
                """;
    }

    @Override
    public Syntax syntax() {
        Syntax syntax = Salts.addTo(Students.addTo(new Syntax()));
        return syntax.value("variants", "N", "so many variants, spread over all; the default is " + USUAL)
                .value("o", "output", "FILE", "write the questions here; else they go to standard output")
                .flag("v", "verbose", "say more when mmaplab itself is wrong")
                .color();
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        List<String> operands = arguments.operands();
        if (operands.size() != 2 || !List.of(MOODLE, GIFT).contains(operands.get(0))) {
            throw new UsageException(
                    "`mmaplab exercise export` needs a format, and the path of an exercise file",
                    "write `mmaplab exercise export moodle cow.exercise.yaml`",
                    Arguments.helpOn(NAME));
        }
        String file = operands.get(1);
        String output = arguments.only("output", "name one file");
        if (output != null && !output.equals("-")) {
            Spared.check("output", output, arguments, host);
        }
        Palette palette = Colors.palette(arguments, host);
        Optional<Assignment> assignment = ExerciseFile.read(file, Salts.of(arguments, file, host), palette, host);
        if (assignment.isEmpty()) {
            return ExitCode.INVALID;
        }
        List<Variant> variants = variants(assignment.get(), arguments, palette, host);
        if (variants.isEmpty()) {
            return ExitCode.INVALID;
        }
        try {
            String questions = operands.get(0).equals(MOODLE)
                    ? MoodleXml.of(assignment.get(), variants)
                    : Gift.of(assignment.get(), variants);
            write(questions, output, host);
            return ExitCode.PASSED;
        } catch (VariantException e) {
            host.err().println("error: " + e.getMessage());
            return ExitCode.INVALID;
        }
    }

    /** The variants wanted, each once; none, if the roster has an error. */
    private static List<Variant> variants(Assignment assignment, Arguments arguments, Palette palette, Host host)
            throws UsageException {
        if (!Students.areNamed(arguments)) {
            return assignment.sample(Numbers.of(arguments, "variants", USUAL, MOST));
        }
        if (arguments.has("variants")) {
            throw new UsageException("`--variants` and students do not go together", "use one of them");
        }
        Salts.warn(assignment, host);
        return Students.of(arguments, palette, host).map(Roster::students).orElse(List.of()).stream()
                .map(student -> assignment.variantOf(student.subject()))
                .distinct()
                .toList();
    }

    private static void write(String questions, @Nullable String output, Host host) throws UsageException {
        if (output == null || output.equals("-")) {
            host.out().print(questions);
            return;
        }
        try {
            WholeFile.write(host.resolve(output), questions);
        } catch (IOException e) {
            throw new UsageException("`" + output + "` can't be written: " + Reasons.of(e));
        } catch (InvalidPathException e) {
            throw new UsageException("`" + output + "` is not a path: " + e.getReason());
        }
    }
}
