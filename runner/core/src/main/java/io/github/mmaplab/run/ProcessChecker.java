package io.github.mmaplab.run;

import io.github.mmaplab.kernel.MappingView;
import io.github.mmaplab.run.result.Expected;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Seen;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.ProcessFacet;
import io.github.mmaplab.scenario.model.PropertyIs;
import java.util.List;
import java.util.Optional;

/** Compares the state of a process with facets. Each method returns whether the facet holds. */
final class ProcessChecker implements ProcessFacet.Visitor<Boolean> {

    private final SymbolTable symbols;
    private final Recorder recorder;
    private final Observer observer;
    private final Named name;

    ProcessChecker(SymbolTable symbols, Recorder recorder, Observer observer, Named name) {
        this.symbols = symbols;
        this.recorder = recorder;
        this.observer = observer;
        this.name = name;
    }

    @Override
    public Boolean propertyIs(PropertyIs facet) {
        return new PropertyChecker(symbols, recorder, observer, name.name(), Optional.empty()).check(facet);
    }

    @Override
    public Boolean maps(ProcessFacet.Maps facet) {
        Optional<Problem> ended = observer.ended(name.name(), facet.value());
        if (ended.isPresent()) {
            return observer.fails(ended.get());
        }
        List<MappingView> mappings = recorder.kernel().mappings(symbols.process(name.name()));
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
}
