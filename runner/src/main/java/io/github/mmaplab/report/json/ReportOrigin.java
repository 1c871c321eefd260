package io.github.mmaplab.report.json;

import java.time.Instant;

/**
 * The program and the run that a report is about.
 *
 * @param version the version of mmaplab
 * @param begun when the run began
 */
public record ReportOrigin(String version, Instant begun) {}
