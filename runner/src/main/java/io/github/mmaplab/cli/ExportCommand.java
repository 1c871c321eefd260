package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.play.FileLoader;
import io.github.mmaplab.cli.play.Jobs;
import io.github.mmaplab.cli.play.Progress;
import io.github.mmaplab.cli.select.Finder;
import io.github.mmaplab.cli.select.Selection;
import io.github.mmaplab.cli.select.Spared;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.diagnostic.Suggestions;
import io.github.mmaplab.export.CExporter;
import io.github.mmaplab.export.Export;
import io.github.mmaplab.export.OrderExporter;
import io.github.mmaplab.failure.Titles;
import io.github.mmaplab.file.FolderSearch;
import io.github.mmaplab.file.Reasons;
import io.github.mmaplab.file.WholeFile;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code mmaplab export}. */
final class ExportCommand implements Command {
    private static final String ORDER = "order";

    /** What a scenario can be exported to: the languages of programs, and one order as a scenario. */
    static final List<String> LANGUAGES = List.of("c", ORDER);

    @Override
    public Operand operand() {
        return Operand.LANGUAGE_AND_FILE;
    }

    @Override
    public String operands() {
        return "c|order [options] PATH...";
    }

    @Override
    public String summary() {
        return "write a scenario as a C program for a real kernel, or one order of it as a scenario";
    }

    @Override
    public String details() {
        return """
                The program needs a C compiler and Linux, or POSIX if the scenario needs no more. It plays the
                scenario and prints TAP, one line for each expectation. PATH is a scenario file; or FILE:LINE, for the
                scenario, or the row of its cases, at that line; or, with --out-dir, a folder.

                `order` writes one order of a concurrent scenario as a scenario in which nothing is concurrent: the order
                that --order begins, or else the shortest that breaks an expectation.

                exit code: 0 written, 2 a file is not a valid scenario, or can't be exported, 3 nothing was selected,
                64 the command line is wrong

                examples:
                  mmaplab export c cow.scenario.yaml -o cow.c && cc -std=c11 -o cow cow.c && ./cow
                  mmaplab export c four-kinds.scenario.yaml:47
                  mmaplab export c scenarios --out-dir programs
                  mmaplab export order race.scenario.yaml --order alice,bob -o pinned.scenario.yaml
                """;
    }

    @Override
    public Syntax syntax() {
        return Selection.addTo(new Syntax())
                .value("o", "output", "FILE", "write to this file; the default is standard output")
                .value(
                        "out-dir",
                        "DIR",
                        "write a program for each scenario, and for each row of its cases, to this folder")
                .value("order", "BRANCHES", "with `order`: the order that begins with these branches, as in alice,bob")
                .flag("v", "verbose", "print a stack trace if mmaplab itself fails");
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        List<String> paths = paths(arguments.operands());
        boolean order = arguments.operands().get(0).equals(ORDER);
        String output = arguments.only("output", "to write several programs, use `--out-dir`");
        String folder = arguments.only("out-dir", "name one folder");
        String stray = order ? "out-dir" : ORDER;
        if (arguments.has(stray)) {
            throw new UsageException(
                    "`--" + stray + "` is not for `export "
                            + arguments.operands().get(0) + "`",
                    "leave it out");
        }
        if (output != null && folder != null) {
            throw new UsageException("`--output` and `--out-dir` can't be combined", "use one of them");
        }
        if (output != null && !output.equals("-")) {
            Spared.check("output", output, arguments, host);
        }
        Selection selection = Selection.of(arguments);
        ReadResult read = FileLoader.read(Finder.find(paths, host), Jobs.of(arguments), new Progress(host, true));
        ReadResult selected = selection.of(read);
        DiagnosticPrinter printer = new DiagnosticPrinter(Palette.PLAIN);
        for (String problem : printer.printEach(read.diagnostics())) {
            host.err().println(problem);
        }
        ExitCode code = read.hasErrors() ? ExitCode.INVALID : ExitCode.PASSED;
        if (folder != null) {
            code = code.and(writeAll(selected.scenarios(), folder, printer, arguments, host));
        } else if (selected.scenarios().size() > 1) {
            throw several(selected.scenarios(), arguments.operands().get(0));
        } else if (!selected.scenarios().isEmpty()) {
            Scenario only = selected.scenarios().get(0);
            Export export = order ? OrderExporter.export(order(only, arguments)) : CExporter.export(only);
            code = code.and(writeOne(export, output, printer, host));
        }
        return SelectionCheck.exitCode(selected, read, code, host);
    }

    private static List<String> paths(List<String> operands) throws UsageException {
        if (operands.isEmpty() || !LANGUAGES.contains(operands.get(0))) {
            String written = operands.isEmpty() ? "" : operands.get(0);
            throw new UsageException(
                    written.isEmpty()
                            ? "`mmaplab export` needs a language"
                            : "`mmaplab export` does not support the language `" + written + "`",
                    Suggestions.nearestOr(
                            written, LANGUAGES, "write `mmaplab export c FILE` or `mmaplab export order FILE`"),
                    Arguments.helpOn("export"));
        }
        if (operands.size() == 1) {
            throw new UsageException(
                    "`mmaplab export " + operands.get(0) + "` needs the path of a scenario file",
                    "write `mmaplab export " + operands.get(0) + " my" + FolderSearch.ENDING + "`",
                    Arguments.helpOn("export"));
        }
        return operands.subList(1, operands.size());
    }

    /** The order to export. */
    private static Scenario order(Scenario scenario, Arguments arguments) throws UsageException {
        if (!scenario.isConcurrent()) {
            throw new UsageException(
                    "nothing is concurrent in this scenario, so it has only one order",
                    "`mmaplab export order` is for scenarios with `concurrently`");
        }
        if (arguments.has(ORDER)) {
            return ChosenOrder.of(scenario, arguments);
        }
        return OrderExporter.shortestBroken(scenario)
                .orElseThrow(() -> new UsageException(
                        "no order breaks an expectation of this scenario",
                        "name the order to export: `--order " + ChosenOrder.first(scenario) + "`",
                        "`mmaplab outcomes` lists an order for each outcome"));
    }

    private static UsageException several(List<Scenario> scenarios, String language) {
        String place = Titles.place(scenarios.get(0));
        if (language.equals(ORDER)) {
            return new UsageException(
                    "the selection has " + scenarios.size() + " scenarios, and an order is that of one",
                    "`mmaplab export order " + place
                            + "` exports an order of the first; `--name` and `--tag` select one");
        }
        return new UsageException(
                "the selection has " + scenarios.size() + " scenarios, and a program plays only one",
                "`mmaplab export c " + place + "` exports the first; `mmaplab list` shows where the others are;"
                        + " `--name` and `--tag` select one",
                "`--out-dir DIR` writes a program for each");
    }

    private static ExitCode writeOne(Export export, @Nullable String output, DiagnosticPrinter printer, Host host)
            throws UsageException {
        if (export instanceof Export.Refused refused) {
            return refuse(refused, printer, host);
        }
        if (export instanceof Export.Story story) {
            story.leftOut().forEach(table -> host.err().println("note: " + table));
        }
        String text = export instanceof Export.Story story ? story.text() : ((Export.Program) export).text();
        if (output == null || output.equals("-")) {
            host.out().print(text);
        } else {
            write(output, text, host);
        }
        return ExitCode.PASSED;
    }

    private static ExitCode writeAll(
            List<Scenario> scenarios, String folder, DiagnosticPrinter printer, Arguments arguments, Host host)
            throws UsageException {
        Map<String, Scenario> programs = ProgramNames.of(scenarios);
        for (String name : programs.keySet()) {
            Spared.check("out-dir", folder + "/" + name, arguments, host);
        }
        try {
            Files.createDirectories(host.resolve(folder));
        } catch (InvalidPathException e) {
            throw new UsageException("`" + folder + "` can't be written to: " + e.getReason());
        } catch (IOException e) {
            throw new UsageException("`" + folder + "` can't be written to: " + Reasons.of(e));
        }
        ExitCode code = ExitCode.PASSED;
        int written = 0;
        for (Map.Entry<String, Scenario> named : programs.entrySet()) {
            Export export = CExporter.export(named.getValue());
            if (export instanceof Export.Program program) {
                write(folder + "/" + named.getKey(), program.text(), host);
                written++;
            } else {
                code = code.and(refuse((Export.Refused) export, printer, host));
            }
        }
        host.out().println("wrote " + Counts.of(written, "program") + " to " + folder);
        return code;
    }

    private static ExitCode refuse(Export.Refused refused, DiagnosticPrinter printer, Host host) {
        for (String reason : printer.printEach(refused.reasons())) {
            host.err().println(reason);
        }
        return ExitCode.INVALID;
    }

    private static void write(String name, String text, Host host) throws UsageException {
        try {
            WholeFile.write(host.resolve(name), text);
        } catch (InvalidPathException e) {
            throw new UsageException("`" + name + "` can't be written: " + e.getReason());
        } catch (IOException e) {
            throw new UsageException("`" + name + "` can't be written: " + Reasons.of(e));
        }
    }
}
