package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.NumberOptions;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Version;
import io.github.mmaplab.cli.select.Spared;
import io.github.mmaplab.cli.teach.Archive;
import io.github.mmaplab.cli.teach.ClassroomPackage;
import io.github.mmaplab.cli.teach.ExerciseFile;
import io.github.mmaplab.cli.teach.ProgramJar;
import io.github.mmaplab.cli.teach.Secrets;
import io.github.mmaplab.cli.teach.Students;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.file.Reasons;
import io.github.mmaplab.gradebook.Gradescope;
import io.github.mmaplab.gradebook.PrairieLearn;
import io.github.mmaplab.handout.Bundle;
import io.github.mmaplab.handout.FileNames;
import io.github.mmaplab.handout.autograder.BundleContents;
import io.github.mmaplab.handout.autograder.GradescopeBundle;
import io.github.mmaplab.handout.autograder.PrairieLearnBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code mmaplab exercise package}. */
final class ExercisePackageCommand implements ExerciseCommand {
    private static final String NAME = "exercise package";

    private static final String ROSTER = "roster";
    private static final String VARIANTS = "variants";
    private static final String GRADESCOPE = "gradescope";
    private static final String CLASSROOM_50 = "classroom50";
    private static final String PRAIRIELEARN = "prairielearn";

    private static final int USUAL_VARIANTS = 20;
    private static final int MOST_VARIANTS = 200;

    /** The options that only some platforms use. */
    private static final Map<String, List<String>> OPTIONS = Map.of(
            ROSTER,
            List.of(GRADESCOPE, PRAIRIELEARN),
            VARIANTS,
            List.of(PRAIRIELEARN),
            ClassroomPackage.ASSIGNMENT,
            List.of(CLASSROOM_50),
            ClassroomPackage.ORGANIZATION,
            List.of(CLASSROOM_50));

    @Override
    public String operands() {
        return "gradescope|classroom50|prairielearn [options] FILE --out FILE.zip";
    }

    @Override
    public String summary() {
        return "make an autograder for an exercise, ready to upload";
    }

    @Override
    public String details() {
        return """
                Students hand in one prediction file. It is graded only if it belongs to the student that the
                platform names.
                gradescope: upload the archive. It contains the exercise, its variant secret, the roster (if you name
                one) and this program: keep it from students. Students are identified by their e-mail address, by the
                part of it before the @, by their student id (sid), or by Gradescope's number.
                classroom50: unpack the archive into the classroom's folder in the organization's repository
                classroom50. That repository is public, so the archive does not contain the exercise and its variant
                secret: store them as secrets of the organization. Students are identified by their login. GitHub
                Classroom itself was retired in August 2026.
                prairielearn: unpack the archive into the questions folder of a course. It is a question, with sheets
                that PrairieLearn draws from. With --roster, a student whom the course lets the question identify (by
                uid, the part of it before the @, or uin) gets the sheet of the roster.

                exit code: 0 written, 2 the exercise is not valid, 64 the command line is wrong.

                examples:
                  mmaplab exercise package gradescope cow.exercise.yaml --roster class.csv --out cow.zip
                  mmaplab exercise package classroom50 cow.exercise.yaml --organization school --out cow.zip
                  mmaplab exercise package prairielearn cow.exercise.yaml --variants 40 --out cow.zip
                """;
    }

    @Override
    public Syntax syntax() {
        Syntax syntax = Secrets.addTo(new Syntax())
                .value(
                        ROSTER,
                        "FILE",
                        "gradescope: the students and their groups; prairielearn: the students who have sheets")
                .value(ClassroomPackage.ORGANIZATION, "NAME", "classroom50: the GitHub organization of the classroom")
                .value(
                        ClassroomPackage.ASSIGNMENT,
                        "NAME",
                        "classroom50: the assignment; the default is the name of the exercise")
                .value(VARIANTS, "N", "prairielearn: the number of sheets; the default is " + USUAL_VARIANTS)
                .value("out", "FILE.zip", "write the archive to this file");
        return ProgramJar.addTo(syntax).flag("v", "verbose", "print a stack trace if mmaplab itself fails");
    }

    @Override
    public ExitCode teach(Arguments arguments, Host host) throws UsageException {
        List<String> operands = arguments.operands();
        ExerciseAutogradeCommand.refuseRetired(operands);
        String out = arguments.only("out", "write one archive");
        if (operands.size() != 2 || !ExerciseAutogradeCommand.PLATFORMS.contains(operands.get(0)) || out == null) {
            throw new UsageException(
                    "`mmaplab " + NAME + "` needs a platform, an exercise and an output file",
                    "write `mmaplab " + NAME + " gradescope cow.exercise.yaml --out cow.zip`",
                    "the platforms are " + String.join(", ", ExerciseAutogradeCommand.PLATFORMS),
                    Arguments.helpOn(NAME));
        }
        String platform = operands.get(0);
        String file = operands.get(1);
        checkOptions(platform, arguments);
        Spared.check("out", out, arguments, host);
        Assignment assignment = ExerciseFile.read(file, arguments, Palette.PLAIN, host);
        Secrets.warn(assignment, host);
        String name = String.valueOf(host.resolve(file).getFileName());
        checkName(name);
        Roster roster = Students.inRoster(arguments, Palette.PLAIN, host);
        try {
            requireSound(assignment, roster);
            Path program = ProgramJar.of(arguments, Main.class, host);
            BundleContents contents = new BundleContents(assignment, host.resolve(file), program);
            Archive.write(
                    host.resolve(out),
                    bundle(platform, contents, roster, arguments, host),
                    Secrets.readers(arguments, file, host));
        } catch (IOException e) {
            throw new UsageException("the archive can't be written: " + Reasons.of(e));
        }
        host.out().println("wrote " + out);
        if (platform.equals(CLASSROOM_50)) {
            ClassroomPackage.of(arguments, assignment.id())
                    .sayWhatIsSecret(file, !assignment.secret().isNone(), host);
        }
        return ExitCode.PASSED;
    }

    /**
     * Checks the variants of the roster, and those that {@code exercise check} plays, because other students may submit
     * too.
     */
    private static void requireSound(Assignment assignment, Roster roster) {
        roster.students()
                .forEach(student ->
                        assignment.key(assignment.variantOf(student.subject())).requireSound());
        assignment
                .sample(ExerciseCheckCommand.SAMPLE)
                .forEach(variant -> assignment.key(variant).requireSound());
    }

    private static void checkOptions(String platform, Arguments arguments) throws UsageException {
        for (Map.Entry<String, List<String>> option : OPTIONS.entrySet()) {
            if (arguments.has(option.getKey()) && !option.getValue().contains(platform)) {
                throw new UsageException(
                        "`--" + option.getKey() + "` is for " + String.join(" and ", option.getValue()) + ", not for "
                                + platform,
                        "leave it out");
            }
        }
    }

    private static void checkName(String name) throws UsageException {
        if (!FileNames.of(name).equals(name)) {
            throw new UsageException(
                    "the name `" + name + "` is not portable, and predictions contain it",
                    "rename the exercise, with letters, digits, `-`, `_` and `.`; then hand out its sheets");
        }
        if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
            throw new UsageException(
                    "the exercise `" + name + "` could replace another file of the package",
                    "rename the exercise to " + name.replaceFirst("\\..*", "") + Assignment.ENDING);
        }
    }

    private static Bundle bundle(
            String platform, BundleContents contents, Roster roster, Arguments arguments, Host host)
            throws UsageException {
        Assignment assignment = contents.assignment();
        String written = arguments.only(ROSTER, "a class has one roster");
        Optional<Path> list = Optional.ofNullable(written).map(host::resolve);
        switch (platform) {
            case GRADESCOPE -> {
                String broken = new Gradescope(assignment.hash(), Version.number()).broken(assignment.worth());
                return GradescopeBundle.of(contents, list, broken);
            }
            case CLASSROOM_50 -> {
                return ClassroomPackage.of(arguments, assignment.id()).bundle(contents);
            }
            default -> {
                int variants = NumberOptions.of(arguments, VARIANTS, USUAL_VARIANTS, MOST_VARIANTS);
                return PrairieLearnBundle.of(contents, variants, roster, list, PrairieLearn.broken());
            }
        }
    }
}
