package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Syntax;
import java.util.List;

/** Writes the completion script for fish. */
final class FishCompletion {
    private static final String TEMPLATE = """
            # Completes mmaplab in fish: mmaplab completion fish | source
            # Whether the words before the cursor begin with this command; without one, whether there are no words.
            function __mmaplab_command
                set -l words (commandline -opc)[2..]
                if contains -- "$words[1]" @GROUPS@
                    test "$words[1..2]" = "$argv"
                else
                    test "$words[1]" = "$argv"
                end
            end
            # Whether this many words are before the cursor, including mmaplab.
            function __mmaplab_words
                test (count (commandline -opc)) -eq $argv[1]
            end
            complete -c mmaplab -e
            complete -c mmaplab -f
            """;

    private FishCompletion() {}

    /** The script. */
    static String script() {
        StringBuilder script = new StringBuilder();
        StringBuilder groups = new StringBuilder();
        for (String word : Commands.firstWords()) {
            if (Commands.isGroup(word)) {
                groups.append(groups.length() == 0 ? "" : " ").append(word);
                script.append(word("", word, "commands about exercises"));
            } else {
                String summary = Commands.require(word).summary();
                script.append(word("", word, summary)).append(word("help", word, summary));
            }
        }
        script.append(word("", "help", "show help on a command"));
        script.append(line("__mmaplab_command", " -s h -l help", "show help"));
        script.append(line("__mmaplab_command", " -s V -l version", "show the version"));
        for (String name : Commands.NAMES) {
            int space = name.indexOf(' ');
            if (space >= 0) {
                String summary = Commands.require(name).summary();
                script.append(word(name.substring(0, space), name.substring(space + 1), summary));
            }
            append(script, name, Commands.require(name));
        }
        return TEMPLATE.replace("@GROUPS@", groups) + script;
    }

    private static String word(String command, String word, String description) {
        return line(("__mmaplab_command " + command).strip(), " -a " + word, description);
    }

    private static void append(StringBuilder script, String name, Command command) {
        String here = "__mmaplab_command " + name;
        for (Syntax.Described option : command.syntax().described()) {
            script.append(line(here, option(option), option.description()));
        }
        List<String> words = CompletionValues.ofOperand(command.operand());
        if (!words.isEmpty()) {
            int before = name.split(" ").length + 1;
            script.append(line(here + "; and __mmaplab_words " + before, " -a " + quoted(String.join(" ", words)), ""));
        }
        if (command.operand() == Command.Operand.FILE || command.operand() == Command.Operand.LANGUAGE_AND_FILE) {
            script.append(line(here, " -F", ""));
        }
    }

    private static String option(Syntax.Described option) {
        StringBuilder text = new StringBuilder();
        text.append(option.letter().isEmpty() ? "" : " -s " + option.letter());
        text.append(" -l ").append(option.name());
        if (!option.label().isEmpty()) {
            List<String> words = CompletionValues.ofOption(option.label());
            text.append(words.isEmpty() ? "" : " -a " + quoted(String.join(" ", words)));
            text.append(CompletionValues.isFile(option.label()) ? " -r -F" : " -x");
        }
        return text.toString();
    }

    private static String line(String condition, String what, String description) {
        return "complete -c mmaplab -n " + quoted(condition) + what
                + (description.isEmpty() ? "" : " -d " + quoted(description)) + "\n";
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
