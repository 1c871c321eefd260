package io.github.mmaplab.listing;

import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.scenario.model.FileSpec;
import io.github.mmaplab.scenario.model.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A listing as a function of C, in which each line is as it is shown, and waits for its turn. */
final class PlayedListing {
    private static final Pattern RESULT =
            Pattern.compile("\001(\\d+)\002((?:(?!\001\\d+\002).)*?)\003(\\w+)\004", Pattern.DOTALL);
    private static final Pattern DECLARATION = Pattern.compile("(int|char|volatile char)\\b.*");
    private static final Pattern KILL = Pattern.compile("kill\\((\\w+), SIGKILL\\);");

    private static final String DEADLY = " kills the process";

    private final Listing listing;
    private final List<Integer> turns = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final String name;
    private final Scenario scenario;

    PlayedListing(String name, Scenario scenario) {
        this.name = name;
        this.scenario = scenario;
        this.listing = Listing.of(scenario);
        for (Listing.Line line : listing.lines()) {
            if (!line.code().isEmpty() && line.kind() != Listing.Kind.STRUCTURE) {
                turns.add(line.number());
            }
        }
    }

    String name() {
        return name;
    }

    Scenario scenario() {
        return scenario;
    }

    Listing listing() {
        return listing;
    }

    /** Whether C shows everything that happens. */
    boolean isComplete() {
        return listing.lines().stream().noneMatch(Listing.Line::isInWords);
    }

    /**
     * What a line has done.
     *
     * @param printed each byte as a character
     * @param outcome {@code ok}, or the name of an error or a signal
     */
    record Result(String printed, String outcome) {
        boolean isSignal() {
            return outcome.startsWith("SIG");
        }

        @Override
        public String toString() {
            return outcome + ", printed " + Literals.string(bytes());
        }

        byte[] bytes() {
            return printed.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** Whether a line has a result: it is a statement after which its process goes on. */
    boolean hasResult(Listing.Line line) {
        return turns.contains(line.number())
                && line.kind() != Listing.Kind.EXIT
                && line.kind() != Listing.Kind.FORK
                && !line.code().startsWith("execlp(")
                && !line.remark().endsWith(DEADLY);
    }

    /** The results of the lines, by their numbers. */
    static Map<Integer, Result> results(String output) {
        Map<Integer, Result> results = new TreeMap<>();
        for (Matcher each = RESULT.matcher(output); each.find(); ) {
            results.put(Integer.valueOf(each.group(1)), new Result(each.group(2), each.group(3)));
        }
        return results;
    }

    /** The statements that play it. */
    String call() {
        StringBuilder call = new StringBuilder();
        for (FileSpec file : scenario.files()) {
            if (file.kind() == FileKind.SHM) {
                call.append("    shm_(\"" + name + "/" + file.name() + "\", \"" + file.name() + "\");\n");
            }
        }
        call.append("    play_(\"" + name + "\", " + name + ", " + turns.size() + ");\n");
        for (FileSpec file : scenario.files()) {
            if (file.kind() == FileKind.SHM) {
                call.append("    shm_unlink(\"" + file.name() + "\");\n");
            }
        }
        return call.toString();
    }

    /** The function. */
    String function() {
        text.append("static void ").append(name).append("(void)\n{\n");
        if (listing.isOneProgram()) {
            listing.lines().forEach(this::inProgram);
        } else {
            memfds();
            for (String process : roots()) {
                text.append("    if (fork() == 0) {\n");
                process(process);
                text.append("    }\n");
            }
        }
        return text.append("}\n").toString();
    }

    /** Makes the files in memory before the first process begins, which all inherit. */
    private void memfds() {
        listing.lines().stream()
                .filter(PlayedListing::isMemfd)
                .map(line -> "    memfd_(\"" + memfdOf(line) + "\", O_RDWR);\n")
                .distinct()
                .forEach(text::append);
    }

    private static boolean isMemfd(Listing.Line line) {
        return line.kind() == Listing.Kind.SETUP && line.code().isEmpty();
    }

    private static String memfdOf(Listing.Line line) {
        return line.remark().split("[ ,]+", -1)[7];
    }

    private static String memfd(Listing.Line line) {
        String variable = line.remark().split(" ", -1)[0];
        String flags = line.remark().contains("open for reading alone")
                ? "O_RDONLY"
                : line.remark().contains("open for writing alone") ? "O_WRONLY" : "O_RDWR";
        return "    int " + variable + " = memfd_(\"" + memfdOf(line) + "\", " + flags + ");\n";
    }

    private List<String> roots() {
        List<String> roots = new ArrayList<>(listing.processes());
        listing.lines().forEach(line -> roots.remove(line.child()));
        return roots;
    }

    private void process(String process) {
        text.append("    board_->pid[")
                .append(listing.processes().indexOf(process))
                .append("] = getpid();\n");
        for (Listing.Line line : listing.lines()) {
            if (!line.process().equals(process) || (line.code().isEmpty() && !isMemfd(line))) {
                continue;
            }
            if (isMemfd(line)) {
                text.append(memfd(line));
            } else if (line.kind() == Listing.Kind.FORK) {
                int turn = turns.indexOf(line.number());
                text.append("    turn_(" + turn + ");\n    if (fork() == 0) {\n");
                process(line.child());
                text.append(
                        "    }\n    while (!board_->pid[" + listing.processes().indexOf(line.child()) + "]);\n");
                text.append("    board_->turn = " + (turn + 1) + ";\n");
            } else {
                statement(line);
            }
        }
        text.append("    for (;;)\n        pause();\n");
    }

    private void inProgram(Listing.Line line) {
        if (isMemfd(line)) {
            text.append(memfd(line));
        } else if (line.kind() == Listing.Kind.FORK) {
            int turn = turns.indexOf(line.number());
            text.append("    turn_(" + turn + ");\n    board_->turn = " + (turn + 1) + ";\n" + line.code() + "\n");
        } else if (line.kind() == Listing.Kind.STRUCTURE) {
            text.append("    " + line.code() + "\n");
        } else if (!line.code().isEmpty()) {
            statement(line);
        }
    }

    private void statement(Listing.Line line) {
        int turn = turns.indexOf(line.number());
        boolean exits = line.kind() == Listing.Kind.EXIT;
        boolean leaves = exits || line.code().startsWith("execlp(");
        Matcher kill = KILL.matcher(line.code());
        if (kill.matches()) {
            String process = line.remark().substring("the process id of ".length());
            text.append("    turn_(" + turn + ");\n    pid_t " + kill.group(1) + " = board_->pid["
                    + listing.processes().indexOf(process) + "];\n");
        }
        if (line.remark().endsWith(DEADLY)) {
            text.append("    deadly_ = " + turn + ";\n");
        }
        if (DECLARATION.matcher(line.code()).matches()) {
            text.append("    turn_(" + turn + ");\n    begin_(" + line.number() + ");\n    " + line.code()
                    + "\n    finish_(" + turn + ", 0);\n");
        } else if (leaves) {
            String leaving = exits ? "    board_->leaving = getpid();\n" : "";
            text.append("    turn_(" + turn + ");\n" + leaving + "    board_->turn = " + (turn + 1) + ";\n    "
                    + line.code() + "\n");
        } else {
            String leaving = kill.matches() ? " board_->leaving = " + kill.group(1) + ";" : "";
            text.append("    PLAY(" + turn + ", " + line.number() + ", " + line.code() + leaving + ");\n");
        }
    }
}
