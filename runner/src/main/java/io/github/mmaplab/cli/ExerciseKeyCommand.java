package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Colors;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.teach.ExerciseFile;
import io.github.mmaplab.cli.teach.HandoutFiles;
import io.github.mmaplab.cli.teach.Secrets;
import io.github.mmaplab.cli.teach.Students;
import io.github.mmaplab.cli.teach.WantedVariants;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.file.Readers;
import io.github.mmaplab.handout.FileNames;
import io.github.mmaplab.handout.key.Key;
import io.github.mmaplab.handout.key.KeyHtml;
import io.github.mmaplab.handout.key.KeyMarkdown;
import io.github.mmaplab.page.Page;
import io.github.mmaplab.scenario.model.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code mmaplab exercise key}. */
final class ExerciseKeyCommand implements ExerciseCommand {
    private static final String NAME = "exercise key";

    @Override
    public String operands() {
        return "[options] FILE";
    }

    @Override
    public String summary() {
        return "write the right answers, the reasons, and what each misconception answers";
    }

    @Override
    public String details() {
        return """
                With --out, writes EXERCISE-CODE.key.md and EXERCISE-CODE.key.html for each variant; without it, or with
                --out -, writes Markdown to standard output. The student's sheet gives the code of the variant.

                exit code: 0 written, 2 the exercise or the roster is not valid, 64 the command line is wrong, or a file
                is in the way

                examples:
                  mmaplab exercise key fork-private.exercise.yaml --student s1024
                  mmaplab exercise key fork-private.exercise.yaml --variant 1
                  mmaplab exercise key fork-private.exercise.yaml --roster class.csv --out keys
                """;
    }

    @Override
    public Syntax syntax() {
        Syntax syntax = Secrets.addTo(Students.addTo(new Syntax()));
        return syntax.value("variant", "N", "the N-th variant, from 1; the last parameter changes fastest")
                .value("out", "DIR", "write the keys to this folder; - is standard output, the default")
                .flag("q", "quiet", "print nothing if all is well")
                .flag("v", "verbose", "print a stack trace if mmaplab itself fails")
                .color();
    }

    @Override
    public ExitCode teach(Arguments arguments, Host host) throws UsageException {
        String file = ExerciseFile.operand(NAME, arguments);
        String out = arguments.only("out", "name one folder");
        Palette palette = Colors.palette(arguments, host);
        Assignment assignment = ExerciseFile.read(file, arguments, palette, host);
        Map<Variant, List<String>> wanted = WantedVariants.of(assignment, arguments, palette, host);
        List<Key> keys = keys(assignment, wanted);
        if (out == null || out.equals("-")) {
            keys.forEach(key -> host.out().print(KeyMarkdown.of(key)));
            return ExitCode.PASSED;
        }
        return write(keys, HandoutFiles.in(out, host), Secrets.readers(arguments, file, host), arguments, host);
    }

    private static List<Key> keys(Assignment assignment, Map<Variant, List<String>> wanted) {
        List<Key> keys = new ArrayList<>();
        for (Map.Entry<Variant, List<String>> each : wanted.entrySet()) {
            keys.add(Key.of(assignment, each.getKey(), each.getValue()));
        }
        return keys;
    }

    private static ExitCode write(List<Key> keys, HandoutFiles files, Readers readers, Arguments arguments, Host host)
            throws UsageException {
        for (Key key : keys) {
            @Nullable String code = key.code().orElse(null);
            String name = FileNames.of(code == null ? key.exercise() : key.exercise() + "-" + code);
            files.add(name + ".key.md", KeyMarkdown.of(key), KeyMarkdown.MARK);
            files.add(name + ".key.html", KeyHtml.of(key), Page.MARK);
        }
        files.write(readers);
        if (!arguments.has("quiet")) {
            host.out().println("wrote " + Counts.of(files.size(), "file"));
        }
        return ExitCode.PASSED;
    }
}
