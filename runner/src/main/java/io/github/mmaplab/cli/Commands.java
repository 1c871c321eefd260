package io.github.mmaplab.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All commands. Each is made when it is asked for: a start pays for one. */
final class Commands {
    /** The names, in the order in which help lists them. */
    static final List<String> NAMES = List.of(
            "run", "compare", "why", "fuzz", "check", "list", "export", "init", "schema", "explain", "completion");

    private Commands() {}

    /** The command of that name, or null if there is none. */
    static @Nullable Command named(String name) {
        return switch (name) {
            case "run" -> new RunCommand();
            case "compare" -> new CompareCommand();
            case "why" -> new WhyCommand();
            case "check" -> new CheckCommand();
            case "list" -> new ListCommand();
            case "export" -> new ExportCommand();
            case "fuzz" -> new FuzzCommand();
            case "init" -> new InitCommand();
            case "schema" -> new SchemaCommand();
            case "explain" -> new ExplainCommand();
            case "completion" -> new CompletionCommand();
            default -> null;
        };
    }

    /** The command of that name, which is one of {@link #NAMES}. */
    static Command require(String name) {
        Command command = named(name);
        if (command == null) {
            throw new IllegalArgumentException(name);
        }
        return command;
    }
}
