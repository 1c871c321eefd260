package io.github.mmaplab.cli;

import io.github.mmaplab.abi.Word;
import io.github.mmaplab.cli.play.ReportFiles;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.exercise.grade.Policy;
import io.github.mmaplab.fuzz.Feature;
import io.github.mmaplab.scenario.model.Feedback;
import io.github.mmaplab.scenario.model.Presentation;
import java.util.ArrayList;
import java.util.List;

/** The words that are possible in a place of the command line, where these are known. */
final class CompletionValues {

    private CompletionValues() {}

    /** The values of an option with this label; empty if they are not known. */
    static List<String> ofOption(String label) {
        return switch (label) {
            case "WHEN" -> List.of("auto", "always", "never");
            case "FEATURE,..." -> Feature.words();
            case "KERNEL" -> List.of("simulated", "linux");
            case "LEVEL" -> words(Feedback.values());
            case "AS" -> words(Presentation.values());
            case "WHICH" -> words(Policy.Attempts.values());
            case "FORM" -> ShowCommand.FORMS;
            case "FORMAT=FILE" -> ReportFiles.formats();
            default -> List.of();
        };
    }

    /** Whether the value of an option with this label is a file or a folder, or ends in such a name. */
    static boolean isFile(String label) {
        return label.startsWith("FILE")
                || label.endsWith("=FILE")
                || label.startsWith("EXPORT.")
                || label.equals("DIR")
                || label.equals("FOLDER");
    }

    /** The operands of a kind; empty if they are not known. */
    static List<String> ofOperand(Command.Operand operand) {
        return switch (operand) {
            case NONE, FILE -> List.of();
            case LANGUAGE_AND_FILE -> ExportCommand.LANGUAGES;
            case SHELL -> CompletionCommand.SHELLS;
            case CODE -> codes();
            case KIND -> SchemaCommand.KINDS;
        };
    }

    private static List<String> words(Word[] words) {
        List<String> texts = new ArrayList<>();
        for (Word word : words) {
            texts.add(word.word());
        }
        return texts;
    }

    private static List<String> codes() {
        List<String> ids = new ArrayList<>();
        for (Code code : Code.values()) {
            ids.add(code.id());
        }
        return ids;
    }
}
