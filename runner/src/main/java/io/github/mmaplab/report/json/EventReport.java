package io.github.mmaplab.report.json;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.json.JsonText;
import io.github.mmaplab.report.Played;
import io.github.mmaplab.report.Report;
import io.github.mmaplab.report.ReportedRun;
import io.github.mmaplab.report.Summary;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The events of a run as they happen. Each is a JSON object on its own line. */
public final class EventReport implements Report {
    private static final int VERSION = 1;

    private final Writer out;
    private final ReportOrigin origin;

    /** A report that is written to {@code out}, which is flushed after each event. */
    public EventReport(Writer out, ReportOrigin origin) {
        this.out = out;
        this.origin = origin;
    }

    @Override
    public void begin(int selected, int runs) throws IOException {
        Map<String, Object> more = JsonValues.head("mmaplab-events", VERSION, origin);
        more.put("runs", runs);
        event("started", more);
    }

    @Override
    public void diagnostics(List<Diagnostic> problems) throws IOException {
        for (Diagnostic problem : problems) {
            event("problem", JsonValues.problem(problem));
        }
    }

    @Override
    public void played(Played played) throws IOException {
        event("played", JsonValues.run(ReportedRun.of(played)));
    }

    @Override
    public void end(Summary summary) throws IOException {
        event("ended", JsonValues.summary(summary));
    }

    private void event(String event, Map<String, Object> more) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("event", event);
        object.putAll(more);
        out.append(JsonText.line(object)).append('\n').flush();
    }
}
