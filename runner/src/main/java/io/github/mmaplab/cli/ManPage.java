package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Version;

/** Writes the manual page: the texts of {@code --help}, and what all commands have in common. */
final class ManPage {
    /** Name, meaning, name, meaning. */
    private static final String[] VARIABLES = {
        "MMAPLAB_JAVA", "the java that the launcher starts; else that of JAVA_HOME, else the first on the PATH",
        "JAVA_HOME", "the JDK that the launcher starts, and builds with",
        "MMAPLAB_SECRET", "the variant secret of exercises, where no file holds it",
        "MMAPLAB_SALT", "the old name of MMAPLAB_SECRET",
        "NO_COLOR", "if not empty, --color=auto colours nothing",
        "FORCE_COLOR", "unless empty or 0, --color=auto colours also what is no terminal; 0: nothing",
        "CLICOLOR_FORCE", "unless empty or 0, as FORCE_COLOR",
        "CLICOLOR", "0: --color=auto colours nothing",
        "TERM", "dumb: --color=auto colours nothing, and no progress is shown",
        "XDG_CACHE_HOME", "where mmaplab keeps what it can make again; ~/.cache unless this names an absolute path",
        "HOME", "the folder whose .cache is taken without XDG_CACHE_HOME",
        "TMPDIR", "where the files of scenarios lie that the real kernel plays; else /var/tmp",
        "CC", "the C compiler that the real kernel's agent is compiled with; else cc",
        "TEST_SHARD_INDEX", "with TEST_TOTAL_SHARDS, of which part --shard auto is: Bazel",
        "CI_NODE_INDEX", "with CI_NODE_TOTAL, the same: GitLab",
        "CIRCLE_NODE_INDEX", "with CIRCLE_NODE_TOTAL, the same: CircleCI",
        "JOB_COMPLETION_INDEX", "the same for --shard auto/N: Kubernetes",
        "TEST_SHARD_STATUS_FILE", "is touched by --shard auto: Bazel asks for it",
        "CI", "if set, and not to false, nothing is blessed; so with the variables of services that do not set it",
        "GITHUB_ACTIONS", "true: what fails is marked on its line, and told in the summary of the job",
        "GITHUB_WORKSPACE", "the repository, from which the paths of the marks start",
        "GITHUB_STEP_SUMMARY", "the summary, to which it is added what failed",
        "OWNER", "with CLASSROOM, ASSIGNMENT, SUBMISSION_TAG and others, what Classroom 50 says of a submission",
        "REVIEW_URL", "of these, where the submission can be seen; else COMMIT_URL"
    };

    private static final String[] FILES = {
        "*.scenario.yaml", "scenarios, which folders are searched for",
        "*.exercise.yaml", "exercises",
        "NAME.exercise.secret", "the variant secret of NAME.exercise.yaml",
        "*.prediction.yaml", "what students fill in",
        "~/.cache/mmaplab/", "the compiled agent of the real kernel, and which scenarios failed last"
    };

    private static final String EXAMPLES = """
            A scenario to begin with, and a schema with which an editor completes it:
              mmaplab init cow.scenario.yaml
              mmaplab schema > scenario.schema.json

            Play it, here and on the kernel of this machine:
              mmaplab run cow.scenario.yaml
              mmaplab compare cow.scenario.yaml

            Why does bob see that?
              mmaplab why cow.scenario.yaml bob.q
            """;

    private ManPage() {}

    /** The page. */
    static String text() {
        Roff page = new Roff();
        // no date: the page is made when it is asked for, and the same mmaplab makes the same page
        page.macro(".TH MMAPLAB 1 \"\" \"mmaplab " + Roff.escaped(Version.number()) + "\" \"User Commands\"");
        page.section("NAME").macro("mmaplab \\- litmus tests for memory mappings");
        page.section("SYNOPSIS").macro(Roff.bold("mmaplab") + " " + Roff.italic("COMMAND") + " [options] ...");
        page.macro(".br").macro(Roff.bold("mmaplab help") + " [" + Roff.italic("COMMAND") + "]");
        page.macro(".br").macro(Roff.bold("mmaplab --version"));
        page.section("DESCRIPTION").plain("""
                A scenario is a small story about memory: some files, some processes, the mappings they make, the
                writes they do, and what each of them must see afterwards. mmaplab plays it on a simulated Linux
                kernel, or on that of the machine, and says pass or fail, and why. An exercise is a scenario that
                asks; its answers are what the kernel does.

                A report goes to standard output, progress and complaints about the command line to standard error.
                """);
        page.section("COMMANDS").line("Every command has the option --help, which shows what stands here of it.");
        for (String name : Commands.NAMES) {
            command(page, name, Commands.require(name));
        }
        exitStatus(page.section("EXIT STATUS"));
        pairs(page.section("ENVIRONMENT"), VARIABLES);
        pairs(page.section("FILES"), FILES);
        page.section("EXAMPLES").plain(EXAMPLES);
        page.section("SEE ALSO").macro(seeAlso("mmap", "2") + ",");
        page.macro(seeAlso("fork", "2") + ",").macro(seeAlso("mincore", "2") + ",");
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
        page.line("Of several that apply, the gravest, which stands last:");
        for (ExitCode code : ExitCode.values()) {
            page.term(Roff.bold(Integer.toString(code.number())), meaning(code));
        }
    }

    private static String meaning(ExitCode code) {
        return switch (code) {
            case PASSED -> "what was asked for was done, and every scenario passed";
            case NOTHING_SELECTED -> "nothing was selected, or nothing of it could be checked";
            case FAILED -> "a scenario failed, the kernels differ, or not all could be graded";
            case INVALID -> "a file is not valid, or a scenario could not be played to its end";
            case USAGE -> "the command line is wrong, or asks for a kernel that can't be had";
            case BUG -> "a bug of mmaplab, or it could not be started";
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
