package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.NumberOptions;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Colors;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.play.Kernels;
import io.github.mmaplab.cli.teach.ExerciseCheck;
import io.github.mmaplab.cli.teach.ExerciseFile;
import io.github.mmaplab.cli.teach.InvalidFileException;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.VariantSecret;

/** {@code mmaplab exercise check}. */
final class ExerciseCheckCommand implements Command {
    /** The default maximum number of variants that are played. */
    static final int SAMPLE = 1000;

    private static final int MOST = 1_000_000;

    @Override
    public String operands() {
        return "[options] FILE...";
    }

    @Override
    public String summary() {
        return "play the variants of an exercise, and report what its questions detect";
    }

    @Override
    public String details() {
        return """
                Plays every variant, or a sample of 1000, and checks that each one has answers and that all are equally
                hard; reports which misconceptions the questions detect. With --on linux, the answers are compared with
                those of this machine's kernel.

                exit code: 0 the exercise is sound, 1 a variant does not behave as the exercise says, has a question
                without an answer, or gets another answer from this machine's kernel, 2 the file is not a valid exercise,
                64 the command line is wrong.

                examples:
                  mmaplab exercise check fork-private.exercise.yaml
                  mmaplab exercise check scenarios/exercises/*.exercise.yaml --on linux
                """;
    }

    @Override
    public Syntax syntax() {
        return Kernels.addTo(new Syntax())
                .value("sample", "N", "play at most N variants; the default is " + SAMPLE)
                .flag("strict", "fail on warnings")
                .flag("q", "quiet", "print nothing if all is well")
                .flag("v", "verbose", "print a stack trace if mmaplab itself fails")
                .color();
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        if (arguments.operands().isEmpty()) {
            ExerciseFile.operand("exercise check", arguments);
        }
        int sample = NumberOptions.of(arguments, "sample", SAMPLE, MOST);
        Palette palette = Colors.palette(arguments, host);
        ExitCode code = ExitCode.PASSED;
        try (Kernels kernels = Kernels.of(arguments, host)) {
            boolean real = arguments.has("on") && "linux".equals(arguments.last("on"));
            for (String file : arguments.operands()) {
                try {
                    Assignment assignment = ExerciseFile.read(file, VariantSecret.NONE, palette, host);
                    ExerciseCheck check = new ExerciseCheck(
                            host, palette, real ? kernels : null, arguments.has("quiet"), arguments.has("strict"));
                    code = code.and(check.check(assignment, sample));
                } catch (InvalidFileException e) {
                    code = code.and(ExitCode.INVALID);
                }
            }
        }
        return code;
    }
}
