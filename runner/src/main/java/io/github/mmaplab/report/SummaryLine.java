package io.github.mmaplab.report;

/** What came of it all, on one line. */
final class SummaryLine {
    private final StringBuilder line = new StringBuilder();

    private SummaryLine() {}

    /**
     * The line.
     *
     * @param timed whether it tells how long it took
     */
    static String of(Summary summary, boolean timed) {
        SummaryLine text = new SummaryLine();
        text.add(summary.failed(), "scenario", " failed");
        text.add(summary.crashed(), "scenario", " stopped by a bug of mmaplab");
        text.add(summary.unplayable(), "scenario", " could not be played");
        text.add(summary.invalidFiles(), "file", summary.invalidFiles() == 1 ? " is not valid" : " are not valid");
        text.add(summary.passed(), "scenario", " passed");
        if (summary.runs() > summary.scenarios()) {
            text.line.append(" (").append(count(summary.runs(), "run")).append(')');
        }
        text.add(summary.unchecked(), "scenario", " NOT CHECKED");
        text.add(summary.notRun(), "scenario", " not run");
        text.add(summary.notChecked(), "expectation", " NOT CHECKED");
        if (timed) {
            text.line.append(" in ").append(Seconds.brief(summary.nanos()));
        }
        return text.line.toString();
    }

    private void add(int count, String noun, String rest) {
        if (count > 0) {
            line.append(line.length() == 0 ? "" : ", ")
                    .append(count(count, noun))
                    .append(rest);
        }
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
