package io.github.mmaplab.report.json;

import io.github.mmaplab.answer.ReplyText;
import io.github.mmaplab.json.JsonText;
import io.github.mmaplab.run.result.Outcomes;
import io.github.mmaplab.scenario.model.Order;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be seen at the end of a scenario as JSON: {@code schema/outcomes.schema.json}. */
public final class OutcomesJson {
    private static final int VERSION = 1;

    private OutcomesJson() {}

    /**
     * A document on one line.
     *
     * @param tool the version of mmaplab
     */
    public static String of(Scenario scenario, Outcomes outcomes, String tool) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", "mmaplab-outcomes");
        json.put("version", VERSION);
        json.put("tool", tool);
        json.put("scenario", scenario.title());
        json.put("file", scenario.span().source().name());
        json.put("line", scenario.titleSpan().line());
        json.put("orders", outcomes.orders());
        json.put("states", outcomes.states());
        json.put("complete", outcomes.complete());
        json.put("places", outcomes.places());
        List<Object> rows = new ArrayList<>();
        outcomes.rows().forEach(row -> rows.add(row(row)));
        json.put("outcomes", rows);
        return JsonText.line(json);
    }

    private static Map<String, Object> row(Outcomes.Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("orders", row.orders());
        json.put("seen", row.seen().stream().map(ReplyText::of).toList());
        json.put("order", row.shortest().order().map(Order::branches).orElse(List.of()));
        json.put("breaks", row.brokenLines());
        return json;
    }
}
