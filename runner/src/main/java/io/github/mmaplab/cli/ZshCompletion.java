package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Syntax;
import java.util.ArrayList;
import java.util.List;

/** Writes the completion script for zsh. */
final class ZshCompletion {
    private static final String TEMPLATE = """
            #compdef mmaplab
            # Completes mmaplab in zsh: source <(mmaplab completion zsh)
            _mmaplab_report() {
                if compset -P '*='; then
                    _files
                else
                    compadd -S '' -- @REPORTS@
                fi
            }
            _mmaplab() {
                local -a commands
                commands=(
            @SUMMARIES@    )
                if ((CURRENT == 2)); then
                    _describe command commands
                    return
                fi
                local command=$words[2]
                shift words
                ((CURRENT--))
                if [[ $command == (@GROUPS@) ]] && ((CURRENT > 2)); then
                    command+="-$words[2]"
                    shift words
                    ((CURRENT--))
                fi
                case $command in
            @COMMANDS@        help) _describe command commands ;;
                esac
            }
            compdef _mmaplab mmaplab
            """;

    private ZshCompletion() {}

    /** The script. */
    static String script() {
        StringBuilder summaries = new StringBuilder();
        StringBuilder commands = new StringBuilder();
        for (String name : Commands.NAMES) {
            Command command = Commands.require(name);
            if (name.indexOf(' ') < 0) {
                summaries.append(described(name, command.summary()));
            }
            commands.append("        ").append(name.replace(' ', '-')).append(") _arguments");
            for (Syntax.Described option : command.syntax().described()) {
                commands.append(" \\\n            ").append(option(option));
            }
            commands.append(operand(command)).append(" ;;\n");
        }
        List<String> groups = new ArrayList<>();
        for (String word : Commands.firstWords()) {
            if (Commands.isGroup(word)) {
                groups.add(word);
                summaries.append(described(word, "commands about exercises"));
                commands.append("        ").append(word).append(") compadd -- ");
                commands.append(String.join(" ", Commands.inGroup(word))).append(" ;;\n");
            }
        }
        return TEMPLATE.replace("@GROUPS@", String.join("|", groups))
                .replace("@REPORTS@", String.join(" ", CompletionValues.ofOption("FORMAT=FILE")))
                .replace("@SUMMARIES@", summaries)
                .replace("@COMMANDS@", commands);
    }

    private static String described(String name, String summary) {
        return "        " + quoted(name + ":" + escaped(summary)) + "\n";
    }

    private static String option(Syntax.Described option) {
        String rest = "[" + escaped(option.description()) + "]" + value(option);
        return option.letter().isEmpty()
                ? quoted("*--" + option.name() + rest)
                : "'*'{-" + option.letter() + ",--" + option.name() + "}" + quoted(rest);
    }

    private static String value(Syntax.Described option) {
        if (option.label().isEmpty()) {
            return "";
        }
        List<String> words = CompletionValues.ofOption(option.label());
        String action = CompletionValues.isFile(option.label()) ? "_files" : "";
        if (!words.isEmpty()) {
            action = option.label().contains("=") ? "_mmaplab_report" : "(" + String.join(" ", words) + ")";
        }
        return ":" + option.label() + ":" + action;
    }

    private static String operand(Command command) {
        List<String> words = CompletionValues.ofOperand(command.operand());
        if (command.operand() == Command.Operand.FILE) {
            return " \\\n            '*:path:_files'";
        }
        if (command.operand() == Command.Operand.LANGUAGE_AND_FILE) {
            return " \\\n            '1:language:(" + String.join(" ", words) + ")' \\\n            '*:path:_files'";
        }
        return words.isEmpty() ? "" : " \\\n            '1:word:(" + String.join(" ", words) + ")'";
    }

    private static String escaped(String text) {
        return text.replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
