package io.github.mmaplab.report.json;

import io.github.mmaplab.explain.Explanation;
import io.github.mmaplab.explain.Reason;
import io.github.mmaplab.explain.RuleWords;
import io.github.mmaplab.json.JsonText;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An explanation as JSON: {@code schema/explanation.schema.json}. */
public final class ExplanationJson {
    private static final int VERSION = 1;

    private ExplanationJson() {}

    /**
     * The text of the file.
     *
     * @param tool the version of mmaplab
     */
    public static String of(Scenario scenario, Explanation explanation, String tool) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", "mmaplab-explanation");
        json.put("version", VERSION);
        json.put("tool", tool);
        json.put("scenario", scenario.title());
        scenario.order().ifPresent(order -> json.put("order", order.words()));
        json.put("answer", explanation.answer());
        List<Object> reasons = new ArrayList<>();
        explanation.reasons().forEach(reason -> reasons.add(reason(reason)));
        json.put("reasons", reasons);
        List<Object> rules = new ArrayList<>();
        explanation.rules().forEach(rule -> rules.add(rule(rule)));
        json.put("rules", rules);
        json.put("references", explanation.references());
        return JsonText.pretty(json);
    }

    private static Map<String, Object> reason(Reason reason) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (reason.isMoment()) {
            json.put("step", reason.step());
        }
        json.put("text", reason.text());
        json.put("fact", FactFields.of(reason));
        return json;
    }

    private static Map<String, Object> rule(RuleWords rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", rule.rule().name());
        json.put("sentence", rule.sentence());
        json.put("reference", rule.reference());
        return json;
    }
}
