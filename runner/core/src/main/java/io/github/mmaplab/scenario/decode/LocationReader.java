package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.abi.HeapLength;
import io.github.mmaplab.abi.ProcessCall;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.NewMapping;
import io.github.mmaplab.scenario.model.ProcessSpec;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.List;
import java.util.Optional;

/** Reads locations that are written outside a scenario's file, on a command line, as if they stood at its end. */
public final class LocationReader {

    private LocationReader() {}

    /**
     * The place that {@code text} names in {@code scenario}: {@code alice.p + 1 page}, {@code data.txt}.
     *
     * @param text the location and nothing else
     * @param problems what is wrong is added here, with suggestions
     * @return empty if something is wrong
     */
    public static Optional<Location> read(Scenario scenario, Source text, Problems problems) {
        Scope scope = scope(scenario, new Problems());
        Values values = new Values(problems, scenario.pageSize());
        Locations locations = new Locations(values, scope, new LaterNames(null, null));
        Span whole = text.span(0, text.text().length());
        return Optional.ofNullable(locations.source(new Node.Scalar(text.text(), true, whole)));
    }

    /** The names that there are at the end of a scenario, which is without errors. */
    private static Scope scope(Scenario scenario, Problems none) {
        Scope scope = new Scope(none);
        scenario.files().forEach(file -> scope.addFile(scalar(file.name(), file.nameSpan())));
        for (ProcessSpec process : scenario.processes()) {
            scope.addProcess(scalar(process.name(), process.span()));
            addMappings(scope, process.mappings());
        }
        for (Step step : Step.unfolded(scenario.steps())) {
            if (step instanceof Step.Mmap mmap) {
                addMappings(scope, mmap.targets());
            } else if (step instanceof Step.Read read) {
                read.targets().forEach(target -> target.into().ifPresent(register -> addRegister(scope, register)));
            } else if (step instanceof Step.Fork fork) {
                fork.targets().forEach(target -> addChildren(scope, target));
            } else if (step instanceof Step.OnProcess call && call.call() == ProcessCall.BRK) {
                call.targets()
                        .forEach(target -> scope.addMapping(
                                target.process().name(), HeapLength.HEAP, scalar(HeapLength.HEAP, target.span())));
            }
        }
        return scope;
    }

    private static void addMappings(Scope scope, List<NewMapping> mappings) {
        for (NewMapping mapping : mappings) {
            scope.addMapping(mapping.process(), mapping.name(), scalar(mapping.name(), mapping.span()));
        }
    }

    private static void addRegister(Scope scope, Location.InRegister register) {
        scope.addRegister(register.process(), scalar(register.register(), register.span()), register.length());
    }

    private static void addChildren(Scope scope, Step.Fork.Target target) {
        for (Named child : target.children()) {
            scope.fork(target.parent().name(), scalar(child.name(), child.span()));
        }
    }

    private static Node.Scalar scalar(String name, Span span) {
        return new Node.Scalar(name, true, span);
    }
}
