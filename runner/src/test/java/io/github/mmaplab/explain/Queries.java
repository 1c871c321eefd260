package io.github.mmaplab.explain;

import io.github.mmaplab.scenario.model.ContentIs;
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.Facet;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.MemoryFacet;
import io.github.mmaplab.scenario.model.OneOf;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The questions that the expectations of a scenario are answers to. */
final class Queries {
    private static final int MOST_BYTES = 64;

    private Queries() {}

    /** Of all its tables, and what each of its steps comes to. */
    static List<Query> of(Scenario scenario) {
        List<Query> queries = new ArrayList<>();
        for (int step = 1; step <= scenario.steps().size(); step++) {
            if (scenario.steps().get(step - 1) instanceof Step.Expect expect) {
                add(queries, scenario, step, expect.rows());
            } else {
                queries.add(Query.outcome(scenario, step));
            }
        }
        add(queries, scenario, scenario.steps().size(), scenario.expect());
        return queries;
    }

    private static void add(List<Query> queries, Scenario scenario, int step, List<Expectation> rows) {
        for (Expectation row : rows) {
            if (row instanceof Expectation.OfMemory memory) {
                memory.facets().forEach(facet -> queries.addAll(of(scenario, step, memory.location(), facet)));
            } else if (row instanceof Expectation.OfFile file) {
                file.facets().forEach(facet -> queries.addAll(of(scenario, step, file.location(), facet)));
            } else if (row instanceof Expectation.OfProcess process) {
                process.facets()
                        .forEach(facet -> queries.add(Query.facet(
                                scenario,
                                step,
                                Optional.empty(),
                                process.process().name(),
                                facet)));
            } else if (row instanceof Expectation.OfMachine machine) {
                machine.facets()
                        .forEach(facet -> queries.add(
                                switch (facet.name()) {
                                    case "pages" -> Query.pages(scenario, step);
                                    case "copies" -> Query.copies(scenario, step);
                                    default -> throw new IllegalArgumentException(facet.name());
                                }));
            }
        }
    }

    private static List<Query> of(Scenario scenario, int step, Location location, Facet facet) {
        if (facet instanceof ContentIs content) {
            return List.of(Query.content(
                    scenario, step, location, length(content.content().length())));
        } else if (facet instanceof OneOf choice) {
            return List.of(Query.content(
                    scenario, step, location, length(choice.contents().get(0).length())));
        } else if (facet.name().equals("size") && location instanceof Location.InFile file) {
            return List.of(Query.size(scenario, step, file.file()));
        } else if (facet.name().equals("attached") && location instanceof Location.InFile file) {
            return List.of(Query.attached(scenario, step, file.file()));
        } else if (facet.name().equals("exists") && location instanceof Location.InFile file) {
            return List.of(Query.exists(scenario, step, file.file()));
        } else if (location instanceof Location.InMemory memory) {
            if (facet instanceof MemoryFacet.Raises) {
                return List.of(Query.signal(scenario, step, memory));
            } else if (facet instanceof MemoryFacet.SamePageAs same) {
                return List.of(Query.samePage(scenario, step, memory, same.other()));
            } else if (facet instanceof MemoryFacet.NotSamePageAs other) {
                return List.of(Query.samePage(scenario, step, memory, other.other()));
            }
        }
        return List.of(Query.facet(scenario, step, Optional.of(location), "", facet));
    }

    /** Enough of what is long; expectations of zeros may be of many pages. */
    private static long length(long length) {
        return Long.compareUnsigned(length, MOST_BYTES) < 0 ? Math.max(1, length) : MOST_BYTES;
    }
}
