package io.github.mmaplab.cli.play;

import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Version;
import io.github.mmaplab.report.Report;
import io.github.mmaplab.report.TextReport;
import io.github.mmaplab.report.github.Annotations;
import io.github.mmaplab.report.html.HtmlReport;
import io.github.mmaplab.report.json.EventReport;
import io.github.mmaplab.report.json.JsonReport;
import io.github.mmaplab.report.json.ReportOrigin;
import io.github.mmaplab.report.junit.Dialect;
import io.github.mmaplab.report.junit.JUnitReport;
import io.github.mmaplab.report.tap.TapReport;
import io.github.mmaplab.report.tap.TapVersion;
import java.io.Writer;
import java.time.Instant;

/** Makes the report of a format. A separate class, so that a start without reports loads none of them. */
final class ReportMaker {

    private ReportMaker() {}

    /** A report that is written to {@code out}. */
    static Report make(ReportRequest.Format format, Writer out, Host host) {
        Instant begun = host.clock().now();
        return switch (format) {
            case TEXT -> TextReport.plain(out);
            case JUNIT -> new JUnitReport(out, begun, Dialect.USUAL);
            case XUNIT -> new JUnitReport(out, begun, Dialect.STRICT);
            case TAP -> new TapReport(out, TapVersion.V14);
            case TAP13 -> new TapReport(out, TapVersion.V13);
            case JSON -> new JsonReport(out, new ReportOrigin(Version.number(), begun));
            case JSONL -> new EventReport(out, new ReportOrigin(Version.number(), begun));
            case GITHUB -> new Annotations(out, new Workspace(host));
            case HTML -> new HtmlReport(out, Version.number(), begun);
        };
    }
}
