package io.github.mmaplab.report;

/** The summary of a run on one line. */
public final class SummaryLine {
    private final StringBuilder line = new StringBuilder();

    private SummaryLine() {}

    /**
     * The line.
     *
     * @param timed whether it contains the duration
     */
    public static String of(Summary summary, boolean timed) {
        SummaryLine text = new SummaryLine();
        text.add(summary.failed(), "scenario", " failed");
        text.add(summary.undecided(), "scenario", " not decided");
        text.add(summary.crashed(), "scenario", " stopped by a bug in mmaplab");
        text.add(summary.unplayable(), "scenario", " could not be played");
        text.add(summary.invalidFiles(), "file", summary.invalidFiles() == 1 ? " is not valid" : " are not valid");
        text.add(summary.passed(), "scenario", " passed");
        text.runs(summary.runs(), summary.scenarios());
        text.add(summary.unchecked(), "scenario", " NOT CHECKED");
        text.add(summary.notRun(), "scenario", " not run");
        text.add(summary.notChecked(), "expectation", " NOT CHECKED");
        text.time(summary.nanos(), timed);
        return text.line.toString();
    }

    /** The line about a comparison. */
    static String of(ComparisonSummary summary, boolean timed) {
        SummaryLine text = new SummaryLine();
        text.add(summary.different(), "scenario", " different");
        text.add(summary.crashed(), "scenario", " stopped by a bug in mmaplab");
        text.add(summary.unplayable(), "scenario", " could not be played");
        text.add(summary.invalidFiles(), "file", summary.invalidFiles() == 1 ? " is not valid" : " are not valid");
        text.add(summary.same(), "scenario", " the same on both kernels");
        text.runs(summary.runs(), summary.scenarios());
        text.add(summary.unchecked(), "scenario", " NOT COMPARED");
        text.time(summary.nanos(), timed);
        return text.line.toString();
    }

    private void runs(int runs, int scenarios) {
        if (runs > scenarios) {
            line.append(" (").append(count(runs, "run")).append(')');
        }
    }

    private void time(long nanos, boolean timed) {
        if (timed) {
            line.append(" in ").append(Seconds.brief(nanos));
        }
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
