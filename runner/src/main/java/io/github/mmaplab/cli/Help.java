package io.github.mmaplab.cli;

/** The texts of {@code --help}. */
final class Help {

    private Help() {}

    /** Help on the program as a whole. */
    static String ofProgram() {
        StringBuilder text = new StringBuilder("""
                mmaplab: litmus tests for memory mappings

                usage: mmaplab COMMAND [options] ...

                commands:
                """);
        for (String name : Commands.NAMES) {
            text.append("  ").append(name).append(" ".repeat(12 - name.length()));
            text.append(Commands.require(name).summary()).append('\n');
        }
        return text.append("""

                        `mmaplab COMMAND --help` tells more; `mmaplab --version` says which mmaplab this is.

                        examples:
                          mmaplab init cow.scenario.yaml            a file to begin with
                          mmaplab run cow.scenario.yaml             play it
                          mmaplab run scenarios --tag 'fork and cow'
                        """).toString();
    }

    /** Help on one command. */
    static String of(String name, Command command) {
        String operands = command.operands().isEmpty() ? "" : " " + command.operands();
        return "mmaplab " + name + ": " + command.summary() + "\n\nusage: mmaplab " + name + operands + "\n\noptions:\n"
                + command.syntax().describe() + "\n" + command.details();
    }
}
