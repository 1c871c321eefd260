package io.github.mmaplab.report.json;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.json.JsonText;
import io.github.mmaplab.report.Played;
import io.github.mmaplab.report.Report;
import io.github.mmaplab.report.ReportedRun;
import io.github.mmaplab.report.Summary;
import java.io.IOException;
import java.util.List;

/** A report as one JSON document: the problems of files, every run on its own line, and the summary. */
public final class JsonReport implements Report {
    private static final int VERSION = 1;

    private final Appendable out;
    private final ReportOrigin origin;
    private String separator = "\n";

    /** A report that is written to {@code out} at once. */
    public JsonReport(Appendable out, ReportOrigin origin) {
        this.out = out;
        this.origin = origin;
    }

    @Override
    public void begin(int selected, int runs) throws IOException {
        String head = JsonText.line(JsonValues.head("mmaplab-report", VERSION, origin));
        out.append(head, 0, head.length() - 1);
    }

    @Override
    public void diagnostics(List<Diagnostic> problems) throws IOException {
        out.append(",\n\"problems\":[");
        for (Diagnostic problem : problems) {
            item(JsonText.line(JsonValues.problem(problem)));
        }
        out.append("],\n\"runs\":[");
        separator = "\n";
    }

    @Override
    public void played(Played played) throws IOException {
        item(JsonText.line(JsonValues.run(ReportedRun.of(played))));
    }

    private void item(String json) throws IOException {
        out.append(separator).append(json);
        separator = ",\n";
    }

    @Override
    public void end(Summary summary) throws IOException {
        out.append("],\n\"summary\":")
                .append(JsonText.line(JsonValues.summary(summary)))
                .append("}\n");
    }
}
