package io.github.mmaplab.cli.play;

import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Severity;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.report.Played;
import io.github.mmaplab.report.Summary;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what comes of a run, and knows the exit code of it all. */
final class Tally {
    private final Set<String> invalid = new HashSet<>();
    /** How many scenarios, of those that are over, came to what; the worst of their runs decides. */
    private final Map<Fate, Integer> scenarios = new EnumMap<>(Fate.class);

    private int runs;
    private int notChecked;
    private @Nullable Scenario current;
    private Fate fate = Fate.NOT_RUN;
    private ExitCode code = ExitCode.PASSED;

    /** What a scenario comes to, the worst last. */
    private enum Fate {
        NOT_RUN(ExitCode.PASSED),
        PASSED(ExitCode.PASSED),
        UNCHECKED(ExitCode.PASSED),
        FAILED(ExitCode.FAILED),
        UNPLAYABLE(ExitCode.INVALID),
        CRASHED(ExitCode.BUG);

        private final ExitCode code;

        Fate(ExitCode code) {
            this.code = code;
        }

        static Fate of(Played played) {
            if (played instanceof Played.NotRun) {
                return NOT_RUN;
            }
            if (played instanceof Played.Unchecked) {
                return UNCHECKED;
            }
            if (!(played instanceof Played.Finished finished)) {
                return CRASHED;
            }
            return switch (finished.result().verdict()) {
                case PASSED -> PASSED;
                case FAILED -> FAILED;
                case ERROR -> UNPLAYABLE;
            };
        }
    }

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
        code = code.and(came.code);
        if (isNext(played.scenario())) {
            close();
            current = played.scenario();
            fate = came;
        } else if (came.compareTo(fate) > 0) {
            fate = came;
        }
        if (came != Fate.NOT_RUN && came != Fate.UNCHECKED) {
            runs++;
        }
        if (played instanceof Played.Finished finished) {
            notChecked += finished.result().notChecked().size();
        }
    }

    /** The rows of a scenario come one behind the other. */
    private boolean isNext(Scenario scenario) {
        return current == null
                || current.document() != scenario.document()
                || !current.span().source().equals(scenario.span().source());
    }

    private void close() {
        if (current != null) {
            scenarios.put(fate, count(fate) + 1);
            current = null;
        }
    }

    private int count(Fate sought) {
        return scenarios.getOrDefault(sought, 0);
    }

    /** The exit code of it all; asked for after the summary. */
    ExitCode code() {
        return runs == 0 && count(Fate.UNCHECKED) > 0 ? code.and(ExitCode.NOTHING_SELECTED) : code;
    }

    Summary summary(long nanos) {
        close();
        return new Summary(
                count(Fate.PASSED),
                count(Fate.FAILED),
                count(Fate.UNPLAYABLE),
                count(Fate.CRASHED),
                count(Fate.UNCHECKED),
                count(Fate.NOT_RUN),
                runs,
                notChecked,
                invalid.size(),
                nanos);
    }
}
