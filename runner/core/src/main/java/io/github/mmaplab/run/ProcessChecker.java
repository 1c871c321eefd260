package io.github.mmaplab.run;

import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.kernel.MappingView;
import io.github.mmaplab.run.result.Expected;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Seen;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.ProcessFacet;
import java.util.List;
import java.util.Optional;

/** Compares the state of a process with facets. Each method returns whether the facet holds. */
final class ProcessChecker implements ProcessFacet.Visitor<Boolean> {

    private final SymbolTable symbols;
    private final Recorder recorder;
    private final Observer observer;
    private final Named name;
    private final ProcessId process;

    ProcessChecker(SymbolTable symbols, Recorder recorder, Observer observer, Named name) {
        this.symbols = symbols;
        this.recorder = recorder;
        this.observer = observer;
        this.name = name;
        this.process = symbols.process(name.name());
    }

    @Override
    public Boolean alive(ProcessFacet.Alive facet) {
        return observer.compare(
                name.name(), facet, Boolean.toString(facet.alive()), Boolean.toString(status().alive()));
    }

    @Override
    public Boolean exitCode(ProcessFacet.ExitCode facet) {
        String seen = status() instanceof ProcessStatus.Exited exited
                ? Integer.toString(exited.code())
                : Words.status(status());
        return observer.compare(name.name(), facet, Integer.toString(facet.code()), seen);
    }

    @Override
    public Boolean killedBy(ProcessFacet.KilledBy facet) {
        String seen = status() instanceof ProcessStatus.Killed killed
                ? killed.signal().name()
                : Words.status(status());
        return observer.compare(name.name(), facet, facet.signal().name(), seen);
    }

    @Override
    public Boolean maps(ProcessFacet.Maps facet) {
        Optional<Problem> ended = observer.ended(name.name(), facet.value());
        if (ended.isPresent()) {
            return observer.fails(ended.get());
        }
        List<MappingView> mappings = recorder.kernel().mappings(process);
        MapsTable table = new MapsTable(symbols, name.name(), recorder.pageSize());
        if (table.matches(facet.rows(), mappings)) {
            return observer.holds();
        }
        return observer.differs(
                name.name(),
                facet,
                new Expected.Mappings(table.expected(facet.rows())),
                new Seen.Mappings(table.seen(mappings)));
    }

    private ProcessStatus status() {
        return recorder.kernel().status(process);
    }
}
