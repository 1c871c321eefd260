package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Reasons;
import io.github.mmaplab.cli.teach.ExerciseFile;
import io.github.mmaplab.cli.teach.Salts;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Salt;
import io.github.mmaplab.handout.GradescopePackage;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;

/** {@code mmaplab exercise package}. */
final class ExercisePackageCommand implements Command {
    private static final String NAME = "exercise package";

    @Override
    public Operand operand() {
        return Operand.FILE;
    }

    @Override
    public String operands() {
        return "gradescope [options] FILE --out FILE.zip";
    }

    @Override
    public String summary() {
        return "make the autograder of an exercise, ready to be uploaded";
    }

    @Override
    public String details() {
        return """
                The archive has the exercise, its salt, the roster if one is named, and this program in it: keep it
                from students. What is handed in is one prediction file; students are known by their e-mail
                address, by what stands before its @, or by Gradescope's number.

                exit code: 0 written, 2 the exercise is not valid, 64 the command line is wrong.

                example:
                  mmaplab exercise package gradescope cow.exercise.yaml --roster class.csv --out cow.zip
                """;
    }

    @Override
    public Syntax syntax() {
        return Salts.addTo(new Syntax())
                .value("roster", "FILE", "who is in which group")
                .value("out", "FILE.zip", "write the archive here")
                .value("jar", "FILE", "the program; else the one that runs")
                .flag("v", "verbose", "say more when mmaplab itself is wrong");
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        List<String> operands = arguments.operands();
        String out = arguments.only("out", "write one archive");
        if (operands.size() != 2 || !operands.get(0).equals("gradescope") || out == null) {
            throw new UsageException(
                    "`mmaplab " + NAME + "` needs a platform, an exercise and a file to write to",
                    "write `mmaplab " + NAME + " gradescope cow.exercise.yaml --out cow.zip`",
                    Arguments.helpOn(NAME));
        }
        String file = operands.get(1);
        Salt salt = Salts.of(arguments, file, host);
        Optional<Assignment> assignment = ExerciseFile.read(file, salt, Palette.PLAIN, host);
        if (assignment.isEmpty()) {
            return ExitCode.INVALID;
        }
        Salts.warn(assignment.get(), host);
        String roster = arguments.only("roster", "a class has one roster");
        try {
            write(
                    host.resolve(out),
                    host.resolve(file),
                    salt,
                    Optional.ofNullable(roster).map(host::resolve),
                    program(arguments, host));
        } catch (InvalidPathException e) {
            throw new UsageException("`" + e.getInput() + "` is not a path: " + e.getReason());
        } catch (IOException e) {
            throw new UsageException("the archive can't be written: " + Reasons.of(e));
        }
        host.out().println("wrote " + out);
        return ExitCode.PASSED;
    }

    /** Whole or not at all: beside its place first. */
    private static void write(Path target, Path exercise, Salt salt, Optional<Path> roster, Path program)
            throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path half = Files.createTempFile(folder, ".mmaplab", ".zip");
        try {
            Files.delete(half);
            GradescopePackage.write(half, exercise, salt.text(), roster, program);
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static Path program(Arguments arguments, Host host) throws UsageException {
        String jar = arguments.only("jar", "name one");
        Path path = jar == null ? running() : host.resolve(jar);
        if (!Files.isRegularFile(path)) {
            throw new UsageException(
                    jar == null ? "the program does not run from its jar" : "there is no file `" + jar + "`",
                    "start it with `./mmaplab`, or name the jar with `--jar`");
        }
        return path;
    }

    private static Path running() throws UsageException {
        CodeSource source = Main.class.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new UsageException("the program's jar can't be found: " + e.getReason(), "name it with `--jar`");
        }
    }
}
