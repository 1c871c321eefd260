package io.github.mmaplab.cli.play;

import io.github.mmaplab.cli.select.Found;
import io.github.mmaplab.cli.select.Lines;
import io.github.mmaplab.cli.select.ScenarioFile;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.parallel.InOrder;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.List;

/** Reads the files that were found. */
public final class FileLoader implements InOrder.Work<ScenarioFile, ReadResult>, InOrder.Sink<ReadResult> {
    private final List<Scenario> scenarios = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();

    private FileLoader(List<Diagnostic> problems) {
        this.problems.addAll(problems);
    }

    /**
     * The content of the files, in their order; of a file selected by line, the scenarios at that line.
     *
     * @param jobs how many are read at once
     */
    public static ReadResult read(Found found, int jobs, Progress progress) {
        FileLoader reading = new FileLoader(found.problems());
        InOrder.each("reading", found.files(), jobs, reading, reading, progress);
        return new ReadResult(reading.scenarios, reading.problems);
    }

    @Override
    public ReadResult of(ScenarioFile file) {
        return Lines.select(file, InputFiles.scenarios(file.path(), file.name()));
    }

    @Override
    public void take(ReadResult result) {
        scenarios.addAll(result.scenarios());
        problems.addAll(result.diagnostics());
    }
}
