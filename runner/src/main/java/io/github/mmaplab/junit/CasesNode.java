package io.github.mmaplab.junit;

import io.github.mmaplab.scenario.model.CaseRow;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.text.Medium;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A scenario with {@code cases}: a container with a test for each row. */
final class CasesNode extends AbstractTestDescriptor implements Node<Simulation>, Group {
    private static final String ROW = "row";

    private final List<TestDescriptor> rows = new ArrayList<>();

    CasesNode(UniqueId id, String displayName, TestSource source) {
        super(id, displayName, source);
    }

    /** The title that the runs of a scenario have in common. Parameters in it are left as written. */
    static String title(List<Scenario> runs) {
        Scenario first = runs.get(0);
        boolean same = runs.stream().allMatch(run -> run.title().equals(first.title()));
        return Medium.oneLine(same ? first.title() : unquoted(first.titleSpan().text()));
    }

    private static String unquoted(String written) {
        int end = written.length() - 1;
        boolean quoted = end > 1 && (written.charAt(0) == '"' || written.charAt(0) == '\'');
        return quoted ? written.substring(1, end) : written;
    }

    /** The title of one run: {@code A write is seen > [2] sharing: private}. */
    static String title(Scenario run, CaseRow row) {
        StringBuilder title =
                new StringBuilder(Medium.oneLine(run.title())).append(" > [").append(row.number() + "]");
        String separator = " ";
        for (Map.Entry<String, String> value : row.values().entrySet()) {
            title.append(separator).append(value.getKey()).append(": ").append(Medium.oneLine(value.getValue()));
            separator = ", ";
        }
        return title.toString();
    }

    UniqueId idOf(CaseRow row) {
        return getUniqueId().append(ROW, Integer.toString(row.number()));
    }

    void add(ScenarioNode row) {
        rows.add(row);
    }

    @Override
    public List<TestDescriptor> members() {
        return rows;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }
}
