package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.scenario.model.CaseRow;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.syntax.Document;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes scenarios of a document: one, or one for each row of its cases. */
public final class ScenarioDecoder {
    /** How many characters the scenarios of one document may have together. */
    private static final long MOST = 32 << 20;

    private final Problems problems;
    private final Document document;

    private ScenarioDecoder(Document document, Problems problems) {
        this.problems = problems;
        this.document = document;
    }

    /** The scenarios of a document that are without errors; what is wrong with the others is reported. */
    public static List<Scenario> decode(Document document, Problems problems) {
        return new ScenarioDecoder(document, problems).decode();
    }

    private List<Scenario> decode() {
        Node.Mapping root = root();
        if (root == null || isOfAnotherKind(root)) {
            return List.of();
        }
        Node cases = null;
        List<Node.Entry> others = new ArrayList<>(root.entries().size());
        for (Node.Entry entry : root.entries()) {
            if (entry.key().text().equals("cases")) {
                cases = entry.value();
            } else {
                others.add(entry);
            }
        }
        if (cases == null) {
            Scenario scenario = new OneScenario(Kind.SCENARIO, problems, document, root, Optional.empty()).decode();
            return scenario == null ? List.of() : List.of(scenario);
        }
        return each(playable(cases, root), new Node.Mapping(others, root.span()));
    }

    /** The rows of the table; none, where playing them all would be like reading a file that is too large. */
    private List<Cases.Row> playable(Node cases, Node.Mapping root) {
        List<Cases.Row> rows = new Cases(problems).rows(cases);
        int length = root.span().length() - cases.span().length();
        if ((long) rows.size() * length <= MOST) {
            return rows;
        }
        problems.add(
                Code.TOO_MANY_CASES,
                cases.span(),
                rows.size() + " cases of a scenario of " + length + " characters are too many",
                "split the table: rows times length is " + (MOST >> 20) + " million at most");
        return List.of();
    }

    private Node.@Nullable Mapping root() {
        Node root = document.root();
        if (root instanceof Node.Scalar scalar && scalar.isAbsent()) {
            problems.add(
                    Code.EMPTY_DOCUMENT,
                    document.span(),
                    "there is no scenario here",
                    "begin with `scenario: its title`");
            return null;
        }
        return new Shapes(problems)
                .mapping(root, "a scenario", "`scenario:` and its title first, then `processes:`, `steps:`, `expect:`");
    }

    /** Whether this is a file that another command reads; reported. */
    private boolean isOfAnotherKind(Node.Mapping root) {
        for (Node.Entry entry : root.entries()) {
            String key = entry.key().text();
            if (key.equals("exercise")) {
                boolean answers = hasKey(root, "answers");
                problems.add(
                        Code.OTHER_KIND,
                        entry.key().span(),
                        answers ? "this is a prediction, not a scenario" : "this is an exercise, not a scenario",
                        answers
                                ? "to grade it, write `mmaplab grade EXERCISE FILE`"
                                : "to play it, write `mmaplab exercise check FILE`");
                return true;
            }
        }
        return false;
    }

    private static boolean hasKey(Node.Mapping root, String key) {
        for (Node.Entry entry : root.entries()) {
            if (entry.key().text().equals(key)) {
                return true;
            }
        }
        return false;
    }

    private List<Scenario> each(List<Cases.Row> rows, Node.Mapping map) {
        if (rows.isEmpty()) {
            Node.Mapping withoutValues = new Substitution(problems, Substitution.CASES, null).replaceIn(map);
            new OneScenario(Kind.SCENARIO, problems, document, withoutValues, Optional.empty()).decode();
        }
        List<Scenario> scenarios = new ArrayList<>();
        for (Cases.Row row : rows) {
            Problems ofRow = new Problems();
            Substitution substitution = new Substitution(ofRow, Substitution.CASES, row);
            Node.Mapping substituted = substitution.replaceIn(map);
            Scenario scenario = new OneScenario(
                            Kind.SCENARIO, ofRow, document, substituted, Optional.of(caseRow(row, row.number())))
                    .decode();
            if (scenario != null) {
                scenarios.add(scenario);
            }
            if (row.number() == rows.get(0).number()) {
                substitution.warnOfUnused(row);
            }
            for (Diagnostic problem : ofRow.all()) {
                problems.add(substitution.explain(problem));
            }
        }
        return scenarios;
    }

    /** A row as the scenario made of it remembers it. */
    static CaseRow caseRow(Cases.Row row, int number) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, Node> cell : row.cells().entrySet()) {
            values.put(
                    cell.getKey(),
                    cell.getValue() instanceof Node.Scalar text
                            ? text.text()
                            : cell.getValue().span().text());
        }
        return new CaseRow(number, values, row.node().span());
    }
}
