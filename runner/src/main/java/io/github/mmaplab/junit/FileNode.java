package io.github.mmaplab.junit;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Severity;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.failure.Titles;
import io.github.mmaplab.scenario.AtLine;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.model.CaseRow;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.text.Medium;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/**
 * A file in the tree of tests. It knows everything that can be below it, with names and ids that do not depend on what
 * is selected.
 */
final class FileNode extends AbstractTestDescriptor implements Node<Simulation>, Group {
    private static final String SCENARIO = "scenario";
    private static final String PROBLEM = "problem";
    private static final String VALID = "is valid";

    private final ScenarioSource origin;
    private final ReadResult read;
    private final List<TestDescriptor> members = new ArrayList<>();
    private final List<ScenarioNode> scenarios = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> displayNames = new HashSet<>();

    FileNode(UniqueId id, String displayName, ScenarioSource origin, ReadResult read) {
        super(id, displayName, origin.whole());
        this.origin = origin;
        this.read = read;
        addProblems();
        int last = 0;
        for (Scenario scenario : read.scenarios()) {
            if (scenario.row().isEmpty()) {
                addScenario(scenario);
            } else if (scenario.document() != last) {
                addCases(scenario.document());
            }
            last = scenario.document();
        }
    }

    private void addProblems() {
        List<Diagnostic> errors = new ArrayList<>();
        for (Diagnostic problem : read.diagnostics()) {
            if (problem.severity() == Severity.ERROR) {
                errors.add(problem);
            }
        }
        if (!errors.isEmpty()) {
            addProblem(VALID, errors);
        }
    }

    private ProblemsNode addProblem(String what, List<Diagnostic> found) {
        String name = getDisplayName() + " > " + what;
        displayNames.add(name);
        UniqueId id = getUniqueId().append(PROBLEM, what);
        ProblemsNode node =
                ProblemsNode.of(found, id, name, origin.at(found.get(0).span()));
        members.add(node);
        return node;
    }

    private void addScenario(Scenario scenario) {
        String title = Medium.oneLine(scenario.title());
        UniqueId id = getUniqueId().append(SCENARIO, Titles.unique(title, ids));
        members.add(leaf(id, title, scenario.titleSpan(), scenario));
    }

    private void addCases(int document) {
        List<Scenario> rows = new ArrayList<>();
        for (Scenario scenario : read.scenarios()) {
            if (scenario.document() == document) {
                rows.add(scenario);
            }
        }
        Span span = rows.get(0).titleSpan();
        String title = CasesNode.title(rows);
        UniqueId id = getUniqueId().append(SCENARIO, Titles.unique(title, ids));
        CasesNode cases = new CasesNode(id, getDisplayName() + " > " + title, origin.at(span));
        for (Scenario run : rows) {
            CaseRow row = run.row().orElseThrow();
            cases.add(leaf(cases.idOf(row), CasesNode.title(run, row), row.span(), run));
        }
        members.add(cases);
    }

    private ScenarioNode leaf(UniqueId id, String title, Span where, Scenario scenario) {
        String name = Titles.unique(getDisplayName() + " > " + title, displayNames);
        ScenarioNode leaf = new ScenarioNode(id, name, origin.at(where), scenario);
        scenarios.add(leaf);
        return leaf;
    }

    /** What selects the scenarios at a line. If there are none, a test that says so. */
    Set<DiscoverySelector> at(int line) {
        Set<DiscoverySelector> selected = new LinkedHashSet<>();
        List<Scenario> there = AtLine.of(line, read);
        for (ScenarioNode leaf : scenarios) {
            if (there.contains(leaf.scenario())) {
                selected.add(DiscoverySelectors.selectUniqueId(leaf.getUniqueId()));
            }
        }
        if (selected.isEmpty() && read.hasErrors()) {
            selected.add(DiscoverySelectors.selectUniqueId(getUniqueId().append(PROBLEM, VALID)));
        } else if (selected.isEmpty()) {
            Diagnostic nothing = AtLine.nothing(line, origin.name(), read);
            ProblemsNode problem = addProblem("has a line " + line, List.of(nothing));
            selected.add(DiscoverySelectors.selectUniqueId(problem.getUniqueId()));
        }
        return selected;
    }

    @Override
    public List<TestDescriptor> members() {
        return members;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }
}
