package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.BugNotice;
import io.github.mmaplab.cli.host.Exhausted;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Version;
import io.github.mmaplab.diagnostic.Suggestions;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;

/** The whole program, except for the exit of the process, so that tests can run it. */
public final class Program {
    private final Host host;

    /** A program in these surroundings. */
    public Program(Host host) {
        this.host = host;
    }

    /** Runs the command line, and returns the exit code. */
    public int run(String... words) {
        ExitCode code;
        try {
            code = dispatch(List.of(words));
        } catch (UsageException e) {
            host.err().print(e.render());
            code = ExitCode.USAGE;
        } catch (RuntimeException | Error e) {
            host.out().flush();
            code = explain(e, List.of(words).contains("--verbose"));
        }
        host.out().flush();
        return code.and(writing()).number();
    }

    private ExitCode explain(Throwable thrown, boolean verbose) {
        Optional<Exhausted> exhausted = Exhausted.in(thrown);
        if (exhausted.isPresent()) {
            host.err()
                    .print(new UsageException(
                                    exhausted.get().what(), exhausted.get().hint())
                            .render());
            return ExitCode.USAGE;
        }
        host.err().print(BugNotice.of(thrown, verbose));
        return ExitCode.BUG;
    }

    /** A result that could not be written must not look like success. */
    private ExitCode writing() {
        String failure = host.out().failure();
        if (failure == null) {
            return ExitCode.PASSED;
        }
        host.err().print(new UsageException("standard output can't be written: " + failure).render());
        return ExitCode.USAGE;
    }

    /**
     * In the locale C, Java reads U+FFFD for each byte of a letter that is not ASCII. The result is the name of another
     * file, or of none.
     */
    private static void refuseUnreadable(List<String> words) throws UsageException {
        for (String word : words) {
            if (word.indexOf('\uFFFD') >= 0) {
                throw new UsageException(
                        "`" + word + "` has characters that the locale can't represent, or that are not UTF-8",
                        "set the environment variable LC_ALL to C.UTF-8");
            }
        }
    }

    private ExitCode dispatch(List<String> words) throws UsageException {
        refuseUnreadable(words);
        if (words.isEmpty()) {
            host.err().print(Help.ofProgram());
            return ExitCode.USAGE;
        }
        String first = words.get(0);
        switch (first) {
            case "--help", "-h" -> {
                host.out().print(Help.ofProgram());
                return ExitCode.PASSED;
            }
            case "help" -> {
                return help(words.subList(1, words.size()));
            }
            case "--version", "-V" -> {
                host.out().println(Version.line());
                return ExitCode.PASSED;
            }
            default -> {
                return command(first, words.subList(1, words.size()));
            }
        }
    }

    private ExitCode help(List<String> words) throws UsageException {
        if (words.isEmpty()) {
            host.out().print(Help.ofProgram());
        } else {
            printHelp(words.get(0), words.subList(1, words.size()));
        }
        return ExitCode.PASSED;
    }

    private void printHelp(String first, List<String> rest) throws UsageException {
        if (!Commands.isGroup(first)) {
            host.out().print(Help.of(first, find(first)));
        } else if (rest.isEmpty()) {
            host.out().print(Help.ofGroup(first));
        } else {
            String name = first + " " + rest.get(0);
            host.out().print(Help.of(name, find(name)));
        }
    }

    private ExitCode command(String first, List<String> rest) throws UsageException {
        if (!Commands.isGroup(first)) {
            return single(first, rest);
        }
        if (rest.isEmpty()) {
            host.err().print(Help.ofGroup(first));
            return ExitCode.USAGE;
        }
        if (rest.get(0).equals("--help") || rest.get(0).equals("-h")) {
            host.out().print(Help.ofGroup(first));
            return ExitCode.PASSED;
        }
        return single(first + " " + rest.get(0), rest.subList(1, rest.size()));
    }

    private ExitCode single(String name, List<String> words) throws UsageException {
        Command command = find(name);
        if (asksForHelp(words)) {
            host.out().print(Help.of(name, command));
            return ExitCode.PASSED;
        }
        Arguments arguments = Arguments.parse(name, command.syntax(), words);
        for (String notice : arguments.notices()) {
            host.err().println("note: " + notice);
        }
        return StepLog.isFor(name, words, host)
                ? StepLog.within(host, fenced -> run(command, arguments, fenced))
                : run(command, arguments, host);
    }

    private static ExitCode run(Command command, Arguments arguments, Host host) throws UsageException {
        try {
            return command.run(arguments, host);
        } catch (InvalidPathException e) {
            throw new UsageException("`" + e.getInput() + "` is not a path: " + e.getReason());
        }
    }

    /** Checked before anything else is parsed, because the rest of the command line may be wrong. */
    private static boolean asksForHelp(List<String> words) {
        for (String word : words) {
            if (word.equals("--")) {
                return false;
            }
            if (word.equals("--help") || word.equals("-h")) {
                return true;
            }
        }
        return false;
    }

    private static Command find(String name) throws UsageException {
        Command command = Commands.named(name);
        if (command != null) {
            return command;
        }
        String all = "`mmaplab --help` lists the commands";
        if (name.startsWith("-")) {
            throw new UsageException("`mmaplab` has no option `" + name + "`", "options come after a command", all);
        }
        if (name.endsWith(".yaml") || name.indexOf('/') >= 0) {
            throw new UsageException("`" + name + "` is not a command", "to play it, write `mmaplab run " + name + "`");
        }
        String nearest = Suggestions.nearest(name, Commands.NAMES);
        int space = name.indexOf(' ');
        if (space >= 0) {
            String group = name.substring(0, space);
            throw new UsageException(
                    "`mmaplab " + group + "` has no command `" + name.substring(space + 1) + "`",
                    nearest == null
                            ? "`mmaplab " + group + " --help` lists its commands"
                            : Suggestions.didYouMean(nearest));
        }
        throw nearest == null
                ? new UsageException("there is no command `" + name + "`", all)
                : new UsageException("there is no command `" + name + "`", Suggestions.didYouMean(nearest), all);
    }
}
