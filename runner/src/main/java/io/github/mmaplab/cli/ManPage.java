package io.github.mmaplab.cli;

import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Version;

/** Writes the manual page: the texts of {@code --help}, and what applies to all commands. */
final class ManPage {
    /** Names and meanings in turn. */
    private static final String[] VARIABLES = {
        "MMAPLAB_JAVA",
                "the java that the launcher starts; the default is that of JAVA_HOME, or else the first in PATH",
        "JAVA_HOME", "the JDK with which the launcher builds and starts mmaplab",
        "MMAPLAB_SECRET", "the variant secret of exercises, if no file contains it",
        "MMAPLAB_SALT", "the old name of MMAPLAB_SECRET",
        "NO_COLOR", "if not empty, --color=auto uses no colour",
        "FORCE_COLOR", "unless empty or 0, --color=auto uses colour even if the output is not a terminal; 0: no colour",
        "CLICOLOR_FORCE", "unless empty or 0, the same as FORCE_COLOR",
        "CLICOLOR", "0: --color=auto uses no colour",
        "TERM", "dumb: --color=auto uses no colour, and no progress is shown; linux: show draws with ASCII",
        "COLUMNS", "the width of what show draws; unless set, that of the terminal, or 80",
        "LC_ALL", "the locale, before LC_CTYPE and LANG: if it is not one of UTF-8, show draws with ASCII",
        "XDG_CACHE_HOME", "the folder for files that mmaplab can recreate; ~/.cache unless this is an absolute path",
        "HOME", "the folder whose .cache is used without XDG_CACHE_HOME",
        "TMPDIR", "the folder for the files of scenarios that the real kernel plays; the default is /var/tmp",
        "CC", "the C compiler for the real kernel's agent; the default is cc",
        "TEST_SHARD_INDEX", "with TEST_TOTAL_SHARDS, the part that --shard auto plays: Bazel",
        "CI_NODE_INDEX", "with CI_NODE_TOTAL, the same: GitLab",
        "CIRCLE_NODE_INDEX", "with CIRCLE_NODE_TOTAL, the same: CircleCI",
        "JOB_COMPLETION_INDEX", "the part that --shard auto/N plays: Kubernetes",
        "TEST_SHARD_STATUS_FILE", "a file that --shard auto touches, as Bazel requires",
        "CI",
                "if set, and not false, bless does nothing; the same holds for the variables of services that do not set CI",
        "GITHUB_ACTIONS", "true: failures are annotated on their lines, and listed in the summary of the job",
        "GITHUB_WORKSPACE", "the repository; the paths of annotations are relative to it",
        "GITHUB_STEP_SUMMARY", "the file that the summary of the job is appended to",
        "OWNER", "with CLASSROOM, ASSIGNMENT, SUBMISSION_TAG and others, describes a submission to Classroom 50",
        "REVIEW_URL", "the address of that submission; the default is COMMIT_URL"
    };

    private static final String[] FILES = {
        "*.scenario.yaml", "scenarios; folders are searched for them",
        "*.exercise.yaml", "exercises",
        "NAME.exercise.secret", "the variant secret of NAME.exercise.yaml",
        "*.prediction.yaml", "a prediction, which a student fills in",
        "~/.cache/mmaplab/",
                "the compiled agent of the real kernel, the list of scenarios that failed last, and the classes of an"
                        + " installed mmaplab in the form of the JVM's memory"
    };

    private static final String EXAMPLES = """
            Write a first scenario, and a schema with which an editor completes it:
              mmaplab init cow.scenario.yaml
              mmaplab schema > scenario.schema.json

            Play it, here and on the kernel of this machine:
              mmaplab run cow.scenario.yaml
              mmaplab compare cow.scenario.yaml

            Explain why bob sees what he sees:
              mmaplab why cow.scenario.yaml bob.q
            """;

    private ManPage() {}

    /** The page. */
    static String text() {
        Roff page = new Roff();
        // no date, so that the same mmaplab always makes the same page
        page.macro(".TH MMAPLAB 1 \"\" \"mmaplab " + Roff.escaped(Version.number()) + "\" \"User Commands\"");
        page.section("NAME").macro("mmaplab \\- litmus tests for memory mappings");
        page.section("SYNOPSIS").macro(Roff.bold("mmaplab") + " " + Roff.italic("COMMAND") + " [options] ...");
        page.macro(".br").macro(Roff.bold("mmaplab help") + " [" + Roff.italic("COMMAND") + "]");
        page.macro(".br").macro(Roff.bold("mmaplab --version"));
        page.section("DESCRIPTION").plain("""
                A scenario is a small story about memory: some files, some processes, the mappings they make, their
                writes, and what each of them must see afterwards. mmaplab plays it on a simulated Linux kernel, or on
                the kernel of this machine, reports whether it passes or fails, and explains why. An exercise is a
                scenario that asks questions; the right answers are what the kernel does.

                Reports go to standard output; progress and errors in the command line go to standard error.
                """);
        page.section("COMMANDS").line("Every command has the option --help, which prints the text below.");
        for (String name : Commands.NAMES) {
            command(page, name, Commands.require(name));
        }
        exitStatus(page.section("EXIT STATUS"));
        pairs(page.section("ENVIRONMENT"), VARIABLES);
        pairs(page.section("FILES"), FILES);
        page.section("EXAMPLES").plain(EXAMPLES);
        page.section("SEE ALSO").macro(seeAlso("mmap", "2") + ",");
        for (RangeCall call : RangeCall.values()) {
            page.macro(seeAlso(call.word(), "2") + ",");
        }
        page.macro(seeAlso("mremap", "2") + ",").macro(seeAlso("fork", "2") + ",");
        page.macro(seeAlso("mincore", "2") + ",");
        page.macro(seeAlso("proc_pid_maps", "5"));
        return page.toString();
    }

    private static void command(Roff page, String name, Command command) {
        page.part("mmaplab " + name);
        page.macro(Roff.bold("mmaplab " + name) + (command.operands().isEmpty() ? "" : " " + operands(command)));
        page.paragraph().line(sentence(command.summary()));
        for (Syntax.Described option : command.syntax().described()) {
            if (!option.name().equals("help")) {
                page.term(term(option), option.description());
            }
        }
        page.paragraph().plain(command.details());
    }

    private static String operands(Command command) {
        return Roff.escaped(command.operands()).replaceAll("\\b[A-Z]{2,}\\b", "\\\\fI$0\\\\fR");
    }

    private static String sentence(String summary) {
        return Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".";
    }

    private static String term(Syntax.Described option) {
        String letter = option.letter().isEmpty() ? "" : Roff.bold("-" + option.letter()) + ", ";
        String value = option.label().isEmpty() ? "" : " " + Roff.italic(option.label());
        return letter + Roff.bold("--" + option.name()) + value;
    }

    private static void exitStatus(Roff page) {
        page.line("If several apply, the most severe is returned, the last of these:");
        for (ExitCode code : ExitCode.values()) {
            page.term(Roff.bold(Integer.toString(code.number())), meaning(code));
        }
    }

    private static String meaning(ExitCode code) {
        return switch (code) {
            case PASSED -> "success: every scenario passed";
            case NOTHING_SELECTED -> "nothing was selected, or nothing that was selected could be checked";
            case NOT_DECIDED -> "the orders of a scenario have more states than were visited, and no failure was found";
            case FAILED -> "a scenario failed, the kernels differ, or a prediction could not be graded";
            case INVALID -> "a file is not valid, or a scenario could not be played to its end";
            case USAGE -> "the command line is wrong, or asks for a kernel that is not available";
            case BUG -> "a bug in mmaplab, or mmaplab could not be started";
        };
    }

    private static void pairs(Roff page, String[] pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            page.term(Roff.bold(pairs[i]), pairs[i + 1]);
        }
    }

    private static String seeAlso(String name, String section) {
        return Roff.bold(name) + "(" + section + ")";
    }
}
