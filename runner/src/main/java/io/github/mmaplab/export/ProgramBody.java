package io.github.mmaplab.export;

import java.util.ArrayList;
import java.util.List;

/** The body of the story: the statements of each process, in order. */
final class ProgramBody {

    /** The name for what is done outside the processes of the scenario. */
    static final String OUTSIDE = "";

    private static final String INDENT = "    ";

    private final CNames names;
    private final boolean alone;
    private final List<String> lines = new ArrayList<>();
    private final List<String> block = new ArrayList<>();
    private String actor = OUTSIDE;

    /** A script for one process, or for several that take turns. */
    ProgramBody(CNames names, boolean alone) {
        this.names = names;
        this.alone = alone;
    }

    /** Begins a paragraph. */
    void paragraph(String... comment) {
        flush();
        if (!lines.isEmpty()) {
            lines.add("");
        }
        for (String line : CText.comment(List.of(comment))) {
            lines.add(INDENT + line);
        }
    }

    /** Adds statements of a process. */
    void act(String process, String... statements) {
        if (!process.equals(actor)) {
            flush();
            actor = process;
        }
        block.addAll(List.of(statements));
    }

    /** The name of a process in the program. */
    String name(String process) {
        return process.equals(OUTSIDE) ? "Outside" : names.process(process);
    }

    /** Ends the uninterrupted statements of one process. */
    void flush() {
        if (block.isEmpty()) {
            return;
        }
        if (alone) {
            block.forEach(statement -> add(INDENT, statement));
        } else if (block.size() == 1
                && CText.broken(INDENT + INDENT, block.get(0)).size() == 1
                && block.get(0).indexOf('\n') < 0) {
            lines.add(INDENT + "if (turn(" + name(actor) + "))");
            add(INDENT + INDENT, block.get(0));
        } else {
            lines.add(INDENT + "if (turn(" + name(actor) + ")) {");
            block.forEach(statement -> add(INDENT + INDENT, statement));
            lines.add(INDENT + "}");
        }
        block.clear();
    }

    private void add(String indent, String statement) {
        for (String line : statement.split("\n", -1)) {
            String inner = line.substring(0, line.length() - line.stripLeading().length());
            lines.addAll(CText.broken(indent + inner, line.stripLeading()));
        }
    }

    /** All lines. */
    List<String> lines() {
        flush();
        return lines;
    }
}
