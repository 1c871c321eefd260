package io.github.mmaplab.run;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.scenario.model.Order;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the disks that the crashes of a scenario leave by what is on them, in words. */
public final class LeftDisks {
    private LeftDisks() {}

    /**
     * The order with the first disks that have what is wanted.
     *
     * @param order a scenario in one order
     * @param wanted for each crash, some of what it leaves: {@code page 0 of data.txt as last synced}, with commas between; the
     *     crashes after these leave all that was written
     * @return empty if no disk has it
     */
    public static Optional<Scenario> find(Scenario order, List<String> wanted) {
        List<Integer> disks = new ArrayList<>();
        for (String each : wanted) {
            boolean found = false;
            int count = 1;
            for (int disk = 0; disk < count && !found; disk++) {
                disks.add(disk);
                Trace trace = play(Orders.leaving(order, disks));
                if (LeftWords.disks(trace).size() < disks.size()) {
                    return Optional.empty();
                }
                count = LeftWords.disks(trace).get(disks.size() - 1);
                found = parts(left(order, disks, trace).get(disks.size() - 1)).containsAll(parts(each));
                if (!found) {
                    disks.remove(disks.size() - 1);
                }
            }
            if (!found) {
                return Optional.empty();
            }
        }
        return Optional.of(named(order, disks));
    }

    /** The same order, with words for what its crashes leave. */
    public static Scenario named(Scenario order) {
        return named(order, order.crashes().stream().map(Order.Crash::disk).toList());
    }

    private static Scenario named(Scenario order, List<Integer> disks) {
        Scenario leaving = Orders.leaving(order, disks);
        return LeftWords.named(leaving, play(leaving));
    }

    private static List<String> left(Scenario order, List<Integer> disks, Trace trace) {
        return LeftWords.named(Orders.leaving(order, disks), trace).order().orElseThrow().crashes().stream()
                .map(Order.Crash::left)
                .toList();
    }

    private static Trace play(Scenario order) {
        return new ScenarioRunner(order, SimulatedKernel.linux(new PageSize(order.pageSize())), true, Map.of())
                .run()
                .trace();
    }

    private static List<String> parts(String words) {
        return Arrays.stream(words.split(",", -1)).map(String::strip).toList();
    }
}
