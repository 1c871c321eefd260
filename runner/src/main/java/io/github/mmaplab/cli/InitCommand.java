package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.file.FolderSearch;
import io.github.mmaplab.file.Reasons;
import io.github.mmaplab.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;

/** {@code mmaplab init}. */
final class InitCommand implements Command {

    @Override
    public String operands() {
        return "FILE";
    }

    @Override
    public String summary() {
        return "write a first scenario or exercise, with comments";
    }

    @Override
    public String details() {
        return """
                If the name ends in .exercise.yaml, the file is an exercise. An existing file is never overwritten.

                examples:
                  mmaplab init cow.scenario.yaml && mmaplab run cow.scenario.yaml
                  mmaplab init cow.exercise.yaml && mmaplab exercise check cow.exercise.yaml
                """;
    }

    @Override
    public Syntax syntax() {
        return new Syntax().flag("v", "verbose", "print a stack trace if mmaplab itself fails");
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        String name = arguments.operand();
        if (name == null || name.isEmpty()) {
            throw new UsageException(
                    "`mmaplab init` needs a file name", "write `mmaplab init my" + FolderSearch.ENDING + "`");
        }
        try {
            write(name, host);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException("`" + name + "` already exists", "choose another name, or remove the file first");
        } catch (InvalidPathException e) {
            throw new UsageException("`" + name + "` can't be written: " + e.getReason());
        } catch (IOException e) {
            throw new UsageException("`" + name + "` can't be written: " + Reasons.of(e));
        }
        if (isExercise(name)) {
            host.out().println("wrote " + name + "; `mmaplab exercise check " + name + "` plays its variants");
            return ExitCode.PASSED;
        }
        host.out().println("wrote " + name + "; `mmaplab run " + name + "` plays it");
        if (!name.endsWith(FolderSearch.ENDING)) {
            host.out()
                    .println("in a folder, only *" + FolderSearch.ENDING
                            + " files are found: pass the path of this file itself");
        }
        return ExitCode.PASSED;
    }

    private static boolean isExercise(String name) {
        return name.endsWith(Assignment.ENDING);
    }

    private static void write(String name, Host host) throws IOException {
        if (Files.exists(host.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(name);
        }
        String starter = "cli/starter" + (isExercise(name) ? Assignment.ENDING : FolderSearch.ENDING);
        try (WholeFile file = WholeFile.open(host.resolve(name))) {
            file.out().write(Resources.text(starter).getBytes(StandardCharsets.UTF_8));
            file.commitNew();
        }
    }
}
