package io.github.mmaplab.report.json;

import io.github.mmaplab.answer.ReplyText;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.report.FileProblems;
import io.github.mmaplab.report.Finding;
import io.github.mmaplab.report.ReportedRun;
import io.github.mmaplab.report.Seconds;
import io.github.mmaplab.report.Summary;
import io.github.mmaplab.run.ParallelPlan;
import io.github.mmaplab.run.result.ParallelRuns;
import io.github.mmaplab.scenario.model.CaseRow;
import io.github.mmaplab.scenario.model.Order;
import io.github.mmaplab.scenario.model.Scenario;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The values that both forms contain. Empty ones are left out. */
final class JsonValues {

    private JsonValues() {}

    /** The beginning of both forms: the format, the version of mmaplab, and when the run began. */
    static Map<String, Object> head(String format, int version, ReportOrigin origin) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("format", format);
        head.put("version", version);
        head.put("tool", Map.of("mmaplab", origin.version()));
        head.put("begun", origin.begun().toString());
        return head;
    }

    static Map<String, Object> problem(Diagnostic problem) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("severity", problem.severity().word());
        object.put("code", problem.code().id());
        object.put("message", problem.message());
        object.put("place", place(problem.span()));
        object.put("hints", problem.hints());
        object.put("drawn", FileProblems.drawn(problem));
        return object;
    }

    static Map<String, Object> run(ReportedRun run) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", run.file());
        object.put("line", run.line());
        object.put("title", run.scenario().title());
        if (run.scenario().row().isPresent()) {
            object.put("row", row(run.scenario().row().get()));
        }
        object.put("tags", run.scenario().tags());
        object.put("verdict", run.fate().word());
        object.put("seconds", seconds(run.nanos()));
        List<Object> findings = new ArrayList<>();
        for (Finding finding : run.findings()) {
            findings.add(finding(finding));
        }
        object.put("findings", findings);
        run.parallel().ifPresent(runs -> object.put("parallel", parallel(runs)));
        return object;
    }

    private static Map<String, Object> parallel(ParallelRuns runs) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("runs", runs.runs());
        object.put("places", runs.places());
        object.put("notes", runs.notes());
        SortedMap<Integer, String> names = ParallelPlan.names(runs.scenario());
        List<Object> outcomes = new ArrayList<>();
        for (ParallelRuns.Row row : runs.rows()) {
            Map<String, Object> outcome = new LinkedHashMap<>();
            outcome.put("runs", row.runs());
            outcome.put("orders", row.orders());
            outcome.put("seen", row.outcome().seen().stream().map(ReplyText::of).toList());
            Map<String, Object> steps = new LinkedHashMap<>();
            row.outcome().steps().forEach((step, words) -> steps.put(names.getOrDefault(step, ""), words));
            outcome.put("steps", steps);
            outcome.put(
                    "order",
                    row.shortest().flatMap(Scenario::order).map(Order::branches).orElse(List.of()));
            outcomes.add(outcome);
        }
        object.put("outcomes", outcomes);
        return object;
    }

    private static Map<String, Object> row(CaseRow row) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("number", row.number());
        object.put("values", row.values());
        return object;
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("kind", finding.kind().word());
        object.put("message", finding.message());
        object.put("place", place(finding.span()));
        finding.sides().ifPresent(sides -> {
            object.put("expected", sides.expected());
            object.put("actual", sides.actual());
        });
        object.put("drawn", finding.drawn());
        return object;
    }

    private static Map<String, Object> place(Span span) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("file", span.source().name());
        place.put("line", span.line());
        place.put("column", span.column());
        place.put("end-line", span.source().lineAt(span.end()));
        place.put("end-column", span.source().columnAt(span.end()));
        return place;
    }

    static Map<String, Object> summary(Summary summary) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("all-well", summary.allWell());
        object.put("passed", summary.passed());
        object.put("failed", summary.failed());
        object.put("not-decided", summary.undecided());
        object.put("not-playable", summary.unplayable());
        object.put("bugs", summary.crashed());
        object.put("not-checked", summary.unchecked());
        object.put("not-run", summary.notRun());
        object.put("runs", summary.runs());
        object.put("expectations-not-checked", summary.notChecked());
        object.put("invalid-files", summary.invalidFiles());
        object.put("seconds", seconds(summary.nanos()));
        return object;
    }

    private static BigDecimal seconds(long nanos) {
        return new BigDecimal(Seconds.exact(nanos));
    }
}
