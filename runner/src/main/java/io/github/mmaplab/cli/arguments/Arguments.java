package io.github.mmaplab.cli.arguments;

import io.github.mmaplab.diagnostic.Suggestions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.jspecify.annotations.Nullable;

/** The arguments of a command: its options with their values, and its operands. */
public final class Arguments {
    private final String command;
    private final Syntax syntax;
    private final Option[] given;
    private final List<String> operands;

    private Arguments(String command, Syntax syntax, Option[] given, List<String> operands) {
        this.command = command;
        this.syntax = syntax;
        this.given = given;
        this.operands = List.copyOf(operands);
    }

    /**
     * Parses the arguments of a command.
     *
     * @param command its name, for messages
     * @param syntax its options
     * @param words the words after the command
     * @throws UsageException if an option is unknown or lacks its value
     */
    public static Arguments parse(String command, Syntax syntax, List<String> words) throws UsageException {
        DefaultParser parser = DefaultParser.builder()
                .setAllowPartialMatching(false)
                .setStripLeadingAndTrailingQuotes(false)
                .build();
        try {
            CommandLine line = parser.parse(syntax.options(), words.toArray(new String[0]));
            return new Arguments(command, syntax, line.getOptions(), line.getArgList());
        } catch (ParseException e) {
            throw explain(command, syntax, e);
        }
    }

    /** Whether the option {@code name} was given. */
    public boolean has(String name) {
        for (Option option : given) {
            if (syntax.name(option).equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The value of an option, the last if it was given more than once; null if it was not given. */
    public @Nullable String last(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }

    /**
     * The value of an option, or null if it was not given.
     *
     * @param advice what to do instead of giving it twice
     * @throws UsageException if it was given more than once
     */
    public @Nullable String only(String name, String advice) throws UsageException {
        List<String> values = all(name);
        if (values.size() > 1) {
            throw new UsageException("`--" + name + "` is given " + values.size() + " times", advice);
        }
        return values.isEmpty() ? null : values.get(0);
    }

    /** The values of an option that may be given more than once, in the order given. */
    public List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (Option option : given) {
            if (syntax.name(option).equals(name)) {
                values.add(option.getValue());
            }
        }
        return values;
    }

    /** Notices about options that were given by an old name. */
    public List<String> notices() {
        List<String> notices = new ArrayList<>();
        for (Option option : given) {
            if (!option.getLongOpt().equals(syntax.name(option))) {
                notices.add("`--" + option.getLongOpt() + "` is an old name: write `--" + syntax.name(option) + "`");
            }
        }
        return notices;
    }

    /** The operands and the values of all options but one. */
    public List<String> others(String option) {
        List<String> others = new ArrayList<>(operands);
        for (Option each : given) {
            if (each.hasArg() && !syntax.name(each).equals(option)) {
                others.add(each.getValue());
            }
        }
        return others;
    }

    /** The words that are no options, in order. */
    public List<String> operands() {
        return operands;
    }

    /**
     * The only operand, or null if there is none.
     *
     * @throws UsageException if there are more
     */
    public @Nullable String operand() throws UsageException {
        if (operands.size() > 1) {
            throw new UsageException(
                    "`mmaplab " + command + "` takes one operand; it was also given `" + operands.get(1) + "`",
                    helpOn(command));
        }
        return operands.isEmpty() ? null : operands.get(0);
    }

    /** Where to read more about a command. */
    public static String helpOn(String command) {
        return "`mmaplab " + command + " --help` shows how it is used";
    }

    private static UsageException explain(String command, Syntax syntax, ParseException problem) {
        if (problem instanceof MissingArgumentException missing) {
            String name = missing.getOption().getLongOpt();
            return new UsageException(
                    "`--" + name + "` needs a value",
                    "write `--" + name + " " + missing.getOption().getArgName() + "`");
        }
        if (problem instanceof UnrecognizedOptionException unknown) {
            return unknown(command, syntax, unknown.getOption());
        }
        return new UsageException(String.valueOf(problem.getMessage()), helpOn(command));
    }

    private static UsageException unknown(String command, Syntax syntax, String written) {
        int equals = written.indexOf('=');
        String name = equals < 0 ? written : written.substring(0, equals);
        List<String> known = new ArrayList<>();
        syntax.described().forEach(option -> known.add("--" + option.name()));
        if (equals > 0 && known.contains(name)) {
            return new UsageException("`" + name + "` takes no value", "write `" + name + "` alone");
        }
        String message = "`mmaplab " + command + "` has no option `" + name + "`";
        String nearest = Suggestions.nearest(name, known);
        return nearest == null
                ? new UsageException(message, helpOn(command), "for a file of that name, write `./" + name + "`")
                : new UsageException(message, Suggestions.didYouMean(nearest), helpOn(command));
    }
}
