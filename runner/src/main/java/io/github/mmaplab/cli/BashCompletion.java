package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Syntax;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes the completion script for bash. */
final class BashCompletion {
    /** bash splits a word at each equals sign: {@code previous} is then what precedes the sign, with the sign. */
    private static final String TEMPLATE = """
            # Completes mmaplab in bash: source <(mmaplab completion bash)
            _mmaplab() {
                local IFS=$' \\n' word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} words='' files=''
                if [[ $word == = ]]; then
                    word='' previous=$previous=
                elif [[ $previous == = ]]; then
                    previous=${COMP_WORDS[COMP_CWORD - 2]}=
                fi
                local command=${COMP_WORDS[1]}
                if ((COMP_CWORD > 2)) && [[ $command == @GROUPS@ ]]; then
                    command+="-${COMP_WORDS[2]}"
                fi
                case $COMP_CWORD:$command:$previous in
                    1:*) words='@NAMES@ help --help --version' ;;
                    @REPORTS@) files=yes ;;
            @VALUES@@COMMANDS@        *:help:*) words='@NAMES@' ;;
                esac
                if [[ $words == *= ]]; then
                    compopt -o nospace
                fi
                if [[ -n $files && $word != -* ]]; then
                    compopt -o filenames
                    IFS=$'\\n'
                    COMPREPLY=($(compgen -f -- "$word"))
                else
                    COMPREPLY=($(compgen -W "$words" -- "$word"))
                fi
            }
            complete -F _mmaplab mmaplab
            """;

    private BashCompletion() {}

    /** The script. */
    static String script() {
        Set<String> values = new LinkedHashSet<>();
        StringBuilder commands = new StringBuilder();
        for (String name : Commands.NAMES) {
            Command command = Commands.require(name);
            StringBuilder words = new StringBuilder();
            for (Syntax.Described option : command.syntax().described()) {
                words.append(option.letter().isEmpty() ? "" : "-" + option.letter() + " ");
                words.append("--").append(option.name()).append(' ');
                if (!option.label().isEmpty()) {
                    values.add(value(option));
                }
            }
            words.append(String.join(" ", CompletionValues.ofOperand(command.operand())));
            String key = name.replace(' ', '-');
            String files = command.operand() == Command.Operand.FILE ? " files=yes" : "";
            if (command.operand() == Command.Operand.LANGUAGE_AND_FILE) {
                commands.append(entry("2:" + key + ":*", words.toString().strip(), ""));
                files = " files=yes";
            }
            commands.append(entry("*:" + key + ":*", words.toString().strip(), files));
        }
        List<String> groups = new ArrayList<>();
        for (String word : Commands.firstWords()) {
            if (Commands.isGroup(word)) {
                groups.add(word);
                commands.append(entry("2:" + word + ":*", String.join(" ", Commands.inGroup(word)) + " --help -h", ""));
            }
        }
        return TEMPLATE.replace("@NAMES@", String.join(" ", Commands.firstWords()))
                .replace("@GROUPS@", String.join("|", groups))
                .replace("@VALUES@", String.join("", values))
                .replace("@REPORTS@", "*:" + String.join(" | *:", CompletionValues.ofOption("FORMAT=FILE")))
                .replace("@COMMANDS@", commands);
    }

    private static String value(Syntax.Described option) {
        String pattern = "*:--" + option.name() + " | *:--" + option.name() + "=";
        if (!option.letter().isEmpty()) {
            pattern = "*:-" + option.letter() + " | " + pattern;
        }
        List<String> words = CompletionValues.ofOption(option.label());
        boolean files = words.isEmpty() && CompletionValues.isFile(option.label());
        return entry(pattern, String.join(" ", words), files ? " files=yes" : "");
    }

    private static String entry(String pattern, String words, String files) {
        return "        " + pattern + ") words='" + words + "'" + files + " ;;\n";
    }
}
