package io.github.mmaplab.cli.play;

import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Severity;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.report.Fate;
import io.github.mmaplab.report.Played;
import io.github.mmaplab.report.Summary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counts the results of a run, and determines its exit code. */
final class Tally {
    private final Set<String> invalid = new HashSet<>();
    private final WorstResults<Fate> scenarios = new WorstResults<>(Fate.class);

    private int runs;
    private int notChecked;
    private ExitCode code = ExitCode.PASSED;

    void add(List<Diagnostic> problems) {
        for (Diagnostic problem : problems) {
            if (problem.severity() == Severity.ERROR) {
                Source source = problem.span().source();
                invalid.add(source.name());
                code = code.and(ExitCode.INVALID);
            }
        }
    }

    void add(Played played) {
        Fate came = Fate.of(played);
        code = code.and(codeOf(came));
        scenarios.add(played.scenario(), came);
        if (came != Fate.NOT_RUN && came != Fate.UNCHECKED) {
            runs++;
        }
        if (played instanceof Played.Parallel parallel) {
            notChecked += parallel.runs().notes().size();
        }
        if (played instanceof Played.Finished finished) {
            notChecked += finished.result().notChecked().size();
        }
    }

    private static ExitCode codeOf(Fate fate) {
        return switch (fate) {
            case NOT_RUN, PASSED, UNCHECKED -> ExitCode.PASSED;
            case UNDECIDED -> ExitCode.NOT_DECIDED;
            case FAILED -> ExitCode.FAILED;
            case UNPLAYABLE -> ExitCode.INVALID;
            case CRASHED -> ExitCode.BUG;
        };
    }

    /** The exit code of the run, after the summary. */
    ExitCode code() {
        return runs == 0 && scenarios.count(Fate.UNCHECKED) > 0 ? code.and(ExitCode.NOTHING_SELECTED) : code;
    }

    Summary summary(long nanos) {
        scenarios.close();
        return new Summary(
                scenarios.count(Fate.PASSED),
                scenarios.count(Fate.FAILED),
                scenarios.count(Fate.UNDECIDED),
                scenarios.count(Fate.UNPLAYABLE),
                scenarios.count(Fate.CRASHED),
                scenarios.count(Fate.UNCHECKED),
                scenarios.count(Fate.NOT_RUN),
                runs,
                notChecked,
                invalid.size(),
                nanos);
    }
}
