package io.github.mmaplab.report;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.compare.Aspect;
import io.github.mmaplab.compare.Compared;
import io.github.mmaplab.compare.Difference;
import io.github.mmaplab.compare.Subject;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.diagnostic.Palette.Part;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.failure.Titles;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.ReadFile;
import io.github.mmaplab.kernel.call.WriteFile;
import io.github.mmaplab.run.Sizes;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.text.Medium;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws the first difference between two kernels, like a diagnostic. */
final class DifferenceText {
    private final Palette palette;
    private final DiagnosticPrinter printer;

    DifferenceText(Palette palette) {
        this.palette = palette;
        this.printer = new DiagnosticPrinter(palette);
    }

    String draw(Compared compared, Difference difference) {
        Scenario scenario = compared.result().scenario();
        Trace trace = compared.result().trace();
        int step = compared.step();
        String message = "the kernels differ " + Titles.moment(scenario, step) + " in " + aspect(difference, compared);
        DiagnosticPrinter.Excerpt excerpt =
                printer.excerpt(span(scenario, step), verb(difference.operation()), Part.ERROR, List.of());
        StringBuilder text = new StringBuilder()
                .append(palette.paint(Part.ERROR, "error"))
                .append(palette.paint(Part.MESSAGE, ": " + Medium.oneLine(message)))
                .append('\n')
                .append(excerpt.text())
                .append(excerpt.margin())
                .append(palette.paint(Part.FRAME, " |"))
                .append('\n');
        String indent = "\n" + excerpt.margin() + "   ";
        List<String> notes = new ArrayList<>(List.of(
                "simulated: " + difference.simulated().replace("\n", "\n           "),
                "    linux: " + difference.real().replace("\n", "\n           ")));
        if (difference.aspect() == Aspect.OUTCOME || difference.aspect() == Aspect.MAPPINGS) {
            notes.addAll(legend(trace));
        }
        for (String note : notes) {
            text.append(excerpt.margin())
                    .append(palette.paint(Part.FRAME, " ="))
                    .append(' ')
                    .append(note.replace("\n", indent))
                    .append('\n');
        }
        return text.toString();
    }

    private static Span span(Scenario scenario, int step) {
        if (Titles.isStep(scenario, step)) {
            return Titles.step(scenario, step).info().span();
        }
        return step == 0 || scenario.expect().isEmpty()
                ? scenario.titleSpan()
                : scenario.expect().get(0).span();
    }

    private static String aspect(Difference difference, Compared compared) {
        Trace trace = compared.result().trace();
        PageSize pageSize = new PageSize(compared.result().scenario().pageSize());
        String of = subject(difference.subject(), trace, pageSize);
        return switch (difference.aspect()) {
            case OUTCOME -> "the outcome of " + verb(difference.operation());
            case STATUS -> "the status of " + of;
            case MAPPINGS -> "the mappings of " + of;
            case CONTENT -> "the bytes of the page at " + of;
            case FRAME ->
                "whether " + of
                        + (difference.other().isEmpty()
                                ? " is still on the same page"
                                : " is on the same page as "
                                        + subject(difference.other().get(), trace, pageSize));
            case NAME -> "the file with the name of " + of;
            case EXISTS -> "whether " + of + " is destroyed";
            case ATTACHED -> "how often " + of + " is attached";
            case SIZE -> "the size of " + of;
            case RESIDENT -> "whether " + of + " is resident";
            case LOCKED -> "whether " + of + " is locked";
            case RSS -> "how much of the mapping at " + of + " is in memory";
            case REST -> "the rest of " + of;
            case ON_DISK -> "the content of " + of + " on disk";
            case MEMORY -> "the amount of memory used";
        };
    }

    private static String subject(Subject subject, Trace trace, PageSize pageSize) {
        if (subject instanceof Subject.OfProcess process) {
            return name(process.process(), trace);
        }
        if (subject instanceof Subject.OfMemory memory) {
            return name(memory.process(), trace) + place(memory, trace, pageSize);
        }
        if (subject instanceof Subject.OfName name) {
            return "name " + name.name().number();
        }
        return subject instanceof Subject.OfFile file
                ? trace.files().getOrDefault(file.file(), "file " + file.file().number())
                : "the machine";
    }

    /** An address relative to the nearest mapping with a name at or below it. */
    private static String place(Subject.OfMemory memory, Trace trace, PageSize pageSize) {
        Trace.Place nearest = null;
        for (Trace.Place place : trace.places()) {
            if (place.process().equals(memory.process())
                    && place.start() <= memory.address()
                    && (nearest == null || place.start() > nearest.start())) {
                nearest = place;
            }
        }
        return nearest == null
                ? " at 0x" + Long.toHexString(memory.address())
                : "." + Sizes.place(nearest.name(), memory.address() - nearest.start(), pageSize);
    }

    private static String name(ProcessId process, Trace trace) {
        return trace.processes().getOrDefault(process, "process " + process.number());
    }

    private static String verb(Operation operation) {
        if (operation instanceof WriteFile) {
            return "write(2)";
        }
        return operation instanceof ReadFile ? "read(2)" : operation.name();
    }

    /** The meaning of the numbers of pages. */
    private static List<String> legend(Trace trace) {
        List<String> legend = new ArrayList<>();
        for (Map.Entry<ProcessId, String> process : trace.processes().entrySet()) {
            StringBuilder line = new StringBuilder("process ")
                    .append(process.getKey().number())
                    .append(" is ")
                    .append(process.getValue());
            String separator = ", with ";
            for (Trace.Place place : trace.places()) {
                if (place.process().equals(process.getKey())) {
                    line.append(separator)
                            .append(place.name())
                            .append(" at 0x")
                            .append(Long.toHexString(place.start()));
                    separator = ", ";
                }
            }
            legend.add(line.toString());
        }
        for (Map.Entry<FileId, String> file : trace.files().entrySet()) {
            legend.add("file " + file.getKey().number() + " is " + file.getValue());
        }
        return legend;
    }
}
