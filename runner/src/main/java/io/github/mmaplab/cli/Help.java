package io.github.mmaplab.cli;

/** The texts of {@code --help}. */
final class Help {

    /** The width of the longest name. */
    private static final int WIDTH = 20;

    private Help() {}

    /** Help on the whole program. */
    static String ofProgram() {
        StringBuilder text = new StringBuilder("""
                mmaplab: litmus tests for memory mappings

                usage: mmaplab COMMAND [options] ...

                commands:
                """);
        for (String name : Commands.NAMES) {
            text.append(line(name, name));
        }
        return text.append("""

                        `mmaplab COMMAND --help` describes a command; `mmaplab --version` shows the version.

                        examples:
                          mmaplab init cow.scenario.yaml            write a first scenario
                          mmaplab run cow.scenario.yaml             play it
                          mmaplab run scenarios --tag 'fork and cow'
                        """).toString();
    }

    private static String line(String shown, String name) {
        return "  " + shown + " ".repeat(WIDTH - shown.length())
                + Commands.require(name).summary() + "\n";
    }

    /** Help on the commands that begin with a word. */
    static String ofGroup(String word) {
        StringBuilder text = new StringBuilder("usage: mmaplab " + word + " COMMAND [options] ...\n\ncommands:\n");
        for (String name : Commands.inGroup(word)) {
            text.append(line(name, word + " " + name));
        }
        return text.append("\n`mmaplab ")
                .append(word)
                .append(" COMMAND --help` describes a command.\n")
                .toString();
    }

    /** Help on one command. */
    static String of(String name, Command command) {
        String operands = command.operands().isEmpty() ? "" : " " + command.operands();
        return "mmaplab " + name + ": " + command.summary() + "\n\nusage: mmaplab " + name + operands + "\n\noptions:\n"
                + command.syntax().describe() + "\n" + command.details();
    }
}
