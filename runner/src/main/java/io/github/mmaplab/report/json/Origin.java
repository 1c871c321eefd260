package io.github.mmaplab.report.json;

import java.time.Instant;

/**
 * Where a report comes from.
 *
 * @param version which mmaplab wrote it
 * @param begun when the run began
 */
public record Origin(String version, Instant begun) {}
