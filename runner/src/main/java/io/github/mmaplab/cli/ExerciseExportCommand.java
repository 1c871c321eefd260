package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.NumberOptions;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Colors;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.select.Spared;
import io.github.mmaplab.cli.teach.Archive;
import io.github.mmaplab.cli.teach.ExerciseFile;
import io.github.mmaplab.cli.teach.Secrets;
import io.github.mmaplab.cli.teach.Students;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.file.Readers;
import io.github.mmaplab.file.Reasons;
import io.github.mmaplab.file.WholeFile;
import io.github.mmaplab.handout.quiz.Gift;
import io.github.mmaplab.handout.quiz.MoodleXml;
import io.github.mmaplab.handout.quiz.Qti;
import io.github.mmaplab.handout.quiz.Quiz;
import io.github.mmaplab.scenario.model.Variant;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code mmaplab exercise export}. */
final class ExerciseExportCommand implements ExerciseCommand {
    private static final String NAME = "exercise export";

    private static final int MOST = 1000;
    private static final int USUAL = 20;

    /** The formats of a quiz. */
    private enum Format {
        MOODLE,
        GIFT,
        QTI;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The format with this name. */
        private static Optional<Format> of(String word) {
            return Stream.of(values())
                    .filter(format -> format.word().equals(word))
                    .findFirst();
        }
    }

    @Override
    public String operands() {
        return "[options] moodle|gift|qti FILE";
    }

    @Override
    public String summary() {
        return "write the variants of an exercise as a quiz for Moodle, Canvas and others";
    }

    @Override
    public String details() {
        return """
                These platforms can't play exercises, so each question becomes a category or a group, and each variant
                a question in it; a quiz draws one of them at random. `moodle` is Moodle XML, which keeps everything;
                `gift` is for platforms that read nothing else; `qti` is a QTI 1.2 archive for Canvas and others that
                import it. The file contains the right answers: do not give it to students.

                exit code: 0 written, 2 the exercise or the roster is not valid, 64 the command line is wrong

                examples:
                  mmaplab exercise export moodle fork-private.exercise.yaml --variants 30 -o fork-private.xml
                  mmaplab exercise export gift fork-private.exercise.yaml --roster class.csv -o fork-private.gift
                  mmaplab exercise export qti fork-private.exercise.yaml --variants 30 -o fork-private.zip
                """;
    }

    @Override
    public Syntax syntax() {
        Syntax syntax = Secrets.addTo(Students.addTo(new Syntax()));
        return syntax.value("variants", "N", "write a sample of N variants; the default is " + USUAL)
                .value(
                        "o",
                        "output",
                        "FILE",
                        "write the questions to this file; the default is standard output, except for qti")
                .flag("v", "verbose", "print a stack trace if mmaplab itself fails")
                .color();
    }

    @Override
    public ExitCode teach(Arguments arguments, Host host) throws UsageException {
        List<String> operands = arguments.operands();
        Optional<Format> format = operands.isEmpty() ? Optional.empty() : Format.of(operands.get(0));
        if (operands.size() != 2 || format.isEmpty()) {
            throw new UsageException(
                    "`mmaplab exercise export` needs a format and an exercise file",
                    "write `mmaplab exercise export moodle cow.exercise.yaml`; the formats are moodle, gift and qti",
                    Arguments.helpOn(NAME));
        }
        String output = output(format.get(), arguments);
        String file = operands.get(1);
        if (!output.equals("-")) {
            Spared.check("output", output, arguments, host);
        }
        Palette palette = Colors.palette(arguments, host);
        Assignment assignment = ExerciseFile.read(file, arguments, palette, host);
        List<Variant> variants = variants(assignment, arguments, palette, host);
        Quiz quiz = Quiz.of(assignment, variants);
        write(format.get(), quiz, output, Secrets.readers(arguments, file, host), host);
        say(quiz, variants.size(), output, host);
        return ExitCode.PASSED;
    }

    /** The file for the questions. {@code -} is standard output, which is not possible for an archive. */
    private static String output(Format format, Arguments arguments) throws UsageException {
        String written = arguments.only("output", "name one file");
        String output = written == null ? "-" : written;
        if (format == Format.QTI && output.equals("-")) {
            throw new UsageException("`qti` is an archive", "name a file for it: `-o cow.zip`");
        }
        return output;
    }

    /** The selected variants, each once. */
    private static List<Variant> variants(Assignment assignment, Arguments arguments, Palette palette, Host host)
            throws UsageException {
        if (!Students.areNamed(arguments)) {
            int most = NumberOptions.of(arguments, "variants", USUAL, MOST);
            List<Variant> sample = assignment.sample(most);
            if (arguments.has("variants") && sample.size() < most) {
                host.err()
                        .println("note: the exercise has only "
                                + (sample.size() == 1 ? "1 variant" : sample.size() + " variants"));
            }
            return sample;
        }
        if (arguments.has("variants")) {
            throw new UsageException("`--variants` can't be combined with students", "use one of them");
        }
        Secrets.warn(assignment, host);
        return Students.of(arguments, palette, host).students().stream()
                .map(student -> assignment.variantOf(student.subject()))
                .distinct()
                .toList();
    }

    private static void write(Format format, Quiz quiz, String output, Readers readers, Host host)
            throws UsageException {
        try {
            if (format == Format.QTI) {
                Archive.write(host.resolve(output), Qti.of(quiz), readers);
                return;
            }
            if (format == Format.GIFT) {
                Gift.losses(quiz).forEach(loss -> host.err().println("warning: " + loss + "; Moodle XML keeps it"));
            }
            String questions = format == Format.GIFT ? Gift.of(quiz) : MoodleXml.of(quiz);
            if (output.equals("-")) {
                host.out().print(questions);
            } else {
                WholeFile.write(host.resolve(output), questions, readers);
            }
        } catch (IOException e) {
            throw new UsageException("`" + output + "` can't be written: " + Reasons.of(e));
        }
    }

    private static void say(Quiz quiz, int variants, String output, Host host) {
        if (!output.equals("-")) {
            int questions = quiz.pools().size();
            host.out()
                    .println("wrote " + output + ": " + questions + (questions == 1 ? " question, " : " questions, ")
                            + variants + (variants == 1 ? " variant" : " variants") + " of each");
        }
    }
}
