package io.github.mmaplab.export;

import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.kernel.machine.Trait;
import io.github.mmaplab.scenario.model.CaseRow;
import io.github.mmaplab.scenario.model.FileMode;
import io.github.mmaplab.scenario.model.FileSpec;
import io.github.mmaplab.scenario.model.ProcessSpec;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes the text before and after the story: the title, the headers, the ready-made parts, the files, and main. */
final class ProgramFrame {

    /** Calls that are subject to RLIMIT_MEMLOCK. */
    private static final Pattern LOCKING = Pattern.compile("\\bmlock|MAP_LOCKED");

    private final Scenario scenario;
    private final Composition program;
    private final boolean alone;
    private final int seconds;

    ProgramFrame(Scenario scenario, Composition program, boolean alone, int seconds) {
        this.scenario = scenario;
        this.program = program;
        this.alone = alone;
        this.seconds = seconds;
    }

    /** The whole program. */
    String around(List<String> story) {
        List<String> end = new ArrayList<>(play(story));
        end.add("");
        end.addAll(main(story));
        List<String> cleaning = cleaning();
        String ours = String.join("\n", end) + String.join("\n", cleaning);
        Parts parts = new Parts(alone);
        List<String> functions = parts.functionsFor(ours);
        String all = ours + String.join("\n", functions);
        List<String> lines = new ArrayList<>(CText.comment(title()));
        lines.add("#define _GNU_SOURCE");
        lines.add("");
        lines.addAll(parts.headersFor(all));
        lines.add("");
        lines.addAll(constants(all));
        if (!alone) {
            lines.add("");
            lines.addAll(people());
        }
        lines.addAll(variables());
        lines.add("");
        lines.addAll(cleaning);
        for (String function : functions) {
            lines.add("");
            lines.add(function);
        }
        lines.add("");
        lines.addAll(end);
        return String.join("\n", lines) + "\n";
    }

    private List<String> title() {
        List<String> paragraphs = new ArrayList<>(List.of(scenario.title()));
        if (scenario.about().isPresent()) {
            paragraphs.add("");
            paragraphs.add(scenario.about().get().strip());
        }
        if (scenario.row().isPresent()) {
            CaseRow row = scenario.row().get();
            List<String> values = new ArrayList<>();
            for (Map.Entry<String, String> value : row.values().entrySet()) {
                values.add(value.getKey() + " is " + value.getValue());
            }
            paragraphs.add("");
            paragraphs.add("Here " + String.join(", ", values) + ".");
        }
        if (!scenario.references().isEmpty()) {
            paragraphs.add("");
            paragraphs.add("See " + String.join("; ", scenario.references()) + ".");
        }
        paragraphs.add("");
        paragraphs.add("Written by `mmaplab export c`. It prints TAP, and exits with 0 if all checks pass:");
        paragraphs.add("");
        paragraphs.add("    cc -std=c11 -o test this-file.c && ./test");
        return paragraphs;
    }

    private List<String> constants(String text) {
        List<String> constants = new ArrayList<>();
        constants.add("#define PAGE ((size_t)" + scenario.pageSize() + ")");
        constants.add("#define SECONDS " + seconds + " /* the test gives up after this time */");
        if (text.contains("REACH")) {
            constants.add("#define REACH "
                    + parenthesized(program.size(program.rounded(program.known().reach())))
                    + " /* the farthest access from a mapping */");
        }
        return constants;
    }

    private static String parenthesized(String size) {
        return size.indexOf(' ') < 0 ? size : "(" + size + ")";
    }

    private List<String> people() {
        List<String> names = new ArrayList<>();
        for (ProcessSpec process : scenario.processes()) {
            names.add(program.script().name(process.name()));
        }
        for (Step step : scenario.steps()) {
            if (step instanceof Step.Fork fork) {
                fork.targets()
                        .forEach(target -> target.children()
                                .forEach(child -> names.add(program.script().name(child.name()))));
            }
        }
        return List.of(
                "/* The processes. Outside is the program itself, which is not a process of the scenario. */",
                "static enum who { Outside, " + String.join(", ", names) + ", PROCESSES } me = Outside;");
    }

    private List<String> variables() {
        List<String> variables = new ArrayList<>();
        for (FileSpec file : scenario.files()) {
            String name = program.names().file(file.name());
            String what = file.kind() == FileKind.SYSV
                    ? "the identifier of the segment " + file.name()
                    : file.name() + ", open for reading and writing";
            variables.add("static int " + name + "; /* " + what + " */");
            if (file.kind() == FileKind.SHM) {
                variables.add("static char " + name + "_name[300];");
            }
        }
        if (hasFolder()) {
            variables.add("static char folder[4096]; /* the folder of the files, once it exists */");
        }
        if (!variables.isEmpty()) {
            variables.add(0, "");
        }
        return variables;
    }

    private boolean hasFolder() {
        for (FileSpec file : scenario.files()) {
            if (file.kind() == FileKind.REGULAR) {
                return true;
            }
        }
        return false;
    }

    private List<String> cleaning() {
        List<String> lines =
                new ArrayList<>(List.of("/* Removes the files of the test. */", "static void clean_up(void)", "{"));
        if (hasFolder()) {
            lines.add("    if (chdir(folder) == 0) {");
        }
        for (FileSpec file : scenario.files()) {
            if (file.kind() == FileKind.REGULAR) {
                lines.add("        unlink(" + CText.literal(file.name()) + ");");
            }
        }
        if (hasFolder()) {
            lines.add("        rmdir(folder);");
            lines.add("    }");
        }
        for (FileSpec file : scenario.files()) {
            if (file.kind() == FileKind.SHM) {
                lines.add("    shm_unlink(" + program.names().file(file.name()) + "_name);");
            } else if (file.kind() == FileKind.SYSV) {
                lines.add("    shmctl(" + program.names().file(file.name()) + ", IPC_RMID, NULL);");
            }
        }
        lines.add("}");
        return lines;
    }

    private List<String> play(List<String> story) {
        List<String> lines = new ArrayList<>(List.of("static void play(void)", "{"));
        List<String> variables = new ArrayList<>();
        program.known().used().forEach(variable -> variables.add("*" + variable + " = NULL"));
        program.known().registers().forEach((variable, length) -> variables.add(variable + "[" + length + "] = {0}"));
        if (!variables.isEmpty()) {
            lines.addAll(CText.broken("    ", "char " + String.join(", ", variables) + ";"));
            lines.add("");
        }
        if (!program.known().descriptors().isEmpty()) {
            List<String> descriptors = program.known().descriptors().stream()
                    .map(variable -> variable + " = -1")
                    .toList();
            lines.addAll(CText.broken("    ", "int " + String.join(", ", descriptors) + ";"));
            lines.add("");
        }
        lines.addAll(story);
        if (!alone) {
            lines.add("");
            lines.add("    /* every process stays until here */");
            for (String process : program.stage().present()) {
                lines.add("    turn(" + program.script().name(process) + ");");
            }
            lines.add("    turn(Outside);");
        }
        lines.add("}");
        return lines;
    }

    private List<String> main(List<String> story) {
        List<String> lines = new ArrayList<>(List.of("int main(void)", "{"));
        lines.add("    if ((size_t)sysconf(_SC_PAGESIZE) != PAGE) {");
        lines.add("        puts(\"1..0 # SKIP the page size is not " + scenario.pageSize() + " bytes\");");
        lines.add("        return EXIT_SUCCESS;");
        lines.add("    }");
        if (program.known().isRoomy()) {
            lines.add("    if (!room_is_free()) {");
            lines.add("        puts(\"1..0 # SKIP the addresses that this program needs are in use\");");
            lines.add("        return EXIT_SUCCESS;");
            lines.add("    }");
        }
        lines.add("    begin(" + program.checks().size() + ");");
        if (program.known().hasOrphans()) {
            lines.add("    prctl(PR_SET_CHILD_SUBREAPER, 1); /* orphans become our children */");
        }
        if (LOCKING.matcher(String.join("\n", story)).find()) {
            lines.add("    if (!limit_locking()) {");
            lines.add("        skip_all(" + program.checks().size() + ", \"RLIMIT_MEMLOCK is less than 8 MiB\");");
            lines.add("        return EXIT_SUCCESS;");
            lines.add("    }");
        }
        if (String.join("\n", story).contains("set_heap(")) {
            lines.add("    if (heap_start() == NULL) {");
            lines.add("        skip_all(" + program.checks().size() + ", " + CText.literal(Trait.HEAP_ANYWHERE.lack())
                    + ");");
            lines.add("        return EXIT_SUCCESS;");
            lines.add("    }");
        }
        for (FileSpec file : scenario.files()) {
            if (file.mode() == FileMode.READ_ONLY || file.kind() == FileKind.SYSV) {
                lines.add("    be_ordinary();");
                break;
            }
        }
        if (hasFolder()) {
            lines.add("    make_folder();");
        }
        for (Trait trait : program.conditions().whole()) {
            lines.add("    if (" + Composition.lacks(trait) + ") {");
            lines.add("        skip_all(" + program.checks().size() + ", " + CText.literal(trait.lack()) + ");");
            lines.add("        clean_up();");
            lines.add("        return EXIT_SUCCESS;");
            lines.add("    }");
        }
        for (FileSpec file : scenario.files()) {
            lines.add("");
            create(lines, file);
        }
        if (!scenario.files().isEmpty()) {
            lines.add("");
        }
        if (!alone) {
            List<String> births = new ArrayList<>();
            for (ProcessSpec process : scenario.processes()) {
                births.add("fork_into(" + program.script().name(process.name()) + ")");
            }
            String all = String.join(" || ", births);
            lines.add("    " + (births.size() == 1 ? all : "(void)(" + all + ")") + "; /* a child continues here */");
        }
        lines.add("    play();");
        if (!alone) {
            lines.add("    if (me != Outside)");
            lines.add("        return EXIT_SUCCESS;");
            lines.add("    while (wait(NULL) > 0)");
            lines.add("        ;");
        }
        lines.add("    clean_up();");
        lines.add("    return board->failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;");
        lines.add("}");
        return lines;
    }

    private void create(List<String> lines, FileSpec file) {
        String name = program.names().file(file.name());
        String quoted = CText.literal(file.name());
        switch (file.kind()) {
            case REGULAR -> lines.add("    " + name + " = open(" + quoted + ", O_RDWR | O_CREAT | O_EXCL, 0666);");
            case MEMFD, NAMELESS ->
                lines.add("    " + name + " = memfd_create(" + quoted + ", " + (isSealed() ? "MFD_ALLOW_SEALING" : "0")
                        + ");");
            case SHM -> {
                lines.add("    snprintf(" + name + "_name, sizeof " + name + "_name, \"/mmap-%d-%s\", (int)getpid(), "
                        + quoted + ");");
                lines.add("    " + name + " = shm_open(" + name + "_name, O_RDWR | O_CREAT | O_EXCL, 0666);");
            }
            case SYSV ->
                lines.add(
                        "    " + name + " = shmget(IPC_PRIVATE, " + program.size(file.size()) + ", IPC_CREAT | 0666);");
        }
        lines.add("    must(" + CText.literal("make " + file.name()) + ", " + name + " >= 0);");
        boolean isSegment = file.kind() == FileKind.SYSV;
        long end = isSegment ? file.size() : 0;
        for (FileSpec.Piece piece : file.pieces()) {
            boolean repeated = Composition.isRepeated(piece.content());
            String put =
                    isSegment ? (repeated ? "fill_segment(" : "put_into_segment(") : (repeated ? "put_fill(" : "put(");
            lines.add("    " + put + name + ", "
                    + (repeated ? program.repeated(piece.content()) : program.bytes(piece.content())) + ", "
                    + program.size(piece.offset()) + ");");
            end = Math.max(end, piece.offset() + piece.content().length());
        }
        if (end < file.size()) {
            lines.add("    must(" + CText.literal("extend " + file.name()) + ", ftruncate(" + name + ", "
                    + program.size(file.size()) + ") == 0);");
        }
        if (file.mode() == FileMode.READ_ONLY && isSegment) {
            lines.add("    make_read_only(" + name + ");");
        } else if (file.mode() == FileMode.READ_ONLY) {
            lines.add("    must(" + CText.literal("protect " + file.name()) + ", fchmod(" + name + ", 0444) == 0);");
        } else if (file.kind() == FileKind.MEMFD && isSealed()) {
            // F_SEAL_EXEC of an executable file implies other seals
            lines.add("    must(" + CText.literal("protect " + file.name()) + ", fchmod(" + name + ", 0644) == 0);");
        }
    }

    private boolean isSealed() {
        return scenario.stepsAsWritten().stream()
                .anyMatch(step -> step instanceof Step.OnFile onFile && onFile.call() == FileCall.SEAL);
    }
}
