package io.github.mmaplab.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All commands. Each is created when it is needed, so that a start creates only one. */
final class Commands {
    /** The names, in the order of the help. */
    static final List<String> NAMES = List.of(
            "run",
            "compare",
            "why",
            "outcomes",
            "show",
            "play",
            "site",
            "fuzz",
            "check",
            "fmt",
            "bless",
            "watch",
            "list",
            "grade",
            "regrade",
            "exercise check",
            "exercise rehearse",
            "exercise sheet",
            "exercise key",
            "exercise export",
            "exercise package",
            "exercise autograde",
            "export",
            "init",
            "schema",
            "explain",
            "completion",
            "man");

    private Commands() {}

    /** Whether commands of two words begin with this word. */
    static boolean isGroup(String word) {
        return word.equals("exercise");
    }

    /** The second words of the commands that begin with this word. */
    static List<String> inGroup(String word) {
        List<String> names = new ArrayList<>();
        for (String name : NAMES) {
            if (name.startsWith(word + " ")) {
                names.add(name.substring(word.length() + 1));
            }
        }
        return names;
    }

    /** The first words of all commands, each once. */
    static List<String> firstWords() {
        Set<String> words = new LinkedHashSet<>();
        for (String name : NAMES) {
            words.add(name.indexOf(' ') < 0 ? name : name.substring(0, name.indexOf(' ')));
        }
        return List.copyOf(words);
    }

    /** The command with this name, or null if there is none. */
    static @Nullable Command named(String name) {
        return switch (name) {
            case "run" -> new RunCommand();
            case "compare" -> new CompareCommand();
            case "why" -> new WhyCommand();
            case "outcomes" -> new OutcomesCommand();
            case "show" -> new ShowCommand();
            case "play" -> new PlayCommand();
            case "site" -> new SiteCommand();
            case "check" -> new CheckCommand();
            case "fmt" -> new FmtCommand();
            case "bless" -> new BlessCommand();
            case "watch" -> new WatchCommand();
            case "list" -> new ListCommand();
            case "exercise rehearse" -> new ExerciseRehearseCommand();
            case "exercise package" -> new ExercisePackageCommand();
            case "exercise autograde" -> new ExerciseAutogradeCommand();
            case "exercise check" -> new ExerciseCheckCommand();
            case "exercise sheet" -> new ExerciseSheetCommand();
            case "exercise key" -> new ExerciseKeyCommand();
            case "exercise export" -> new ExerciseExportCommand();
            case "grade" -> new GradeCommand();
            case "regrade" -> new RegradeCommand();
            case "export" -> new ExportCommand();
            case "fuzz" -> new FuzzCommand();
            case "init" -> new InitCommand();
            case "schema" -> new SchemaCommand();
            case "explain" -> new ExplainCommand();
            case "completion" -> new CompletionCommand();
            case "man" -> new ManCommand();
            default -> null;
        };
    }

    /** The command with this name, which is one of {@link #NAMES}. */
    static Command require(String name) {
        Command command = named(name);
        if (command == null) {
            throw new IllegalArgumentException(name);
        }
        return command;
    }
}
