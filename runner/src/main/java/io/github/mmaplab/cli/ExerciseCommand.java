package io.github.mmaplab.cli;

import io.github.mmaplab.answer.VariantException;
import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.teach.InvalidFileException;
import io.github.mmaplab.handout.quiz.UnfitQuestionException;

/** A command on an exercise, which ends if the exercise, its roster or a variant is not valid. */
interface ExerciseCommand extends Command {
    /**
     * Runs the command.
     *
     * @throws UsageException if the arguments can't be used
     */
    ExitCode teach(Arguments arguments, Host host) throws UsageException;

    @Override
    default ExitCode run(Arguments arguments, Host host) throws UsageException {
        try {
            return teach(arguments, host);
        } catch (InvalidFileException e) {
            return ExitCode.INVALID;
        } catch (VariantException | UnfitQuestionException e) {
            host.err().println("error: " + e.getMessage());
            return ExitCode.INVALID;
        }
    }
}
