package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.NumberOptions;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.model.Scenario;

/** {@code --parallel N}: how often the branches of a concurrent scenario run at once. */
final class ParallelOption {
    private static final int MOST = 10_000_000;
    private static final int USUAL = 1000;

    private ParallelOption() {}

    /** The number; 0 if the option is not given. */
    static int runs(Arguments arguments) throws UsageException {
        if (!arguments.has("parallel")) {
            return 0;
        }
        int runs = number(arguments);
        if (!"linux".equals(arguments.last("on"))) {
            throw new UsageException(
                    "`--parallel` needs `--on linux`: branches run at once on a real kernel only",
                    "on the simulated kernel, all orders are searched without it");
        }
        for (String other : new String[] {"repeat", "mutants"}) {
            if (arguments.has(other)) {
                throw new UsageException("`--parallel` and `--" + other + "` can't be combined", "use one of them");
            }
        }
        return runs;
    }

    /** The number that the option, which is given, has as its value. */
    static int number(Arguments arguments) throws UsageException {
        return NumberOptions.of(arguments, "parallel", USUAL, MOST);
    }

    /**
     * Reports scenarios that are not concurrent.
     *
     * @throws UsageException if no scenario is
     */
    static void check(ReadResult selected, ReadResult played, Host host) throws UsageException {
        long all = selected.scenarios().size();
        if (all > 0 && selected.scenarios().stream().noneMatch(Scenario::isConcurrent)) {
            throw new UsageException(
                    all == 1
                            ? "`--parallel` has nothing to run: the only scenario is not concurrent"
                            : "`--parallel` has nothing to run: none of the " + all + " scenarios is concurrent",
                    "write branches with `concurrently`, or leave out `--parallel`");
        }
        long others = played.scenarios().stream()
                .filter(scenario -> !scenario.isConcurrent())
                .count();
        if (others > 0) {
            host.err()
                    .println("note: " + Counts.of((int) others, "scenario") + (others == 1 ? " is" : " are")
                            + " not concurrent, and played once");
        }
    }
}
