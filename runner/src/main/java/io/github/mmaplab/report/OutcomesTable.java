package io.github.mmaplab.report;

import io.github.mmaplab.answer.ReplyText;
import io.github.mmaplab.failure.OutcomeWords;
import io.github.mmaplab.failure.Titles;
import io.github.mmaplab.run.Bytes;
import io.github.mmaplab.run.Orders;
import io.github.mmaplab.run.result.Outcomes;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.Order;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.text.Medium;
import io.github.mmaplab.text.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be seen at the end of a scenario, as a table for a terminal. */
public final class OutcomesTable {
    /** As many steps at the end of an order are tried to be left out. */
    private static final int LONGEST_REST = 100;

    private OutcomesTable() {}

    /** The table, below the title of the scenario. */
    public static String of(Scenario scenario, Outcomes outcomes) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(scenario.hasCrash() ? "outcomes" : "orders"));
        head.addAll(outcomes.places());
        head.add(scenario.hasSeveralOutcomes() ? "--order" : "");
        rows.add(head);
        for (Outcomes.Row row : outcomes.rows()) {
            rows.add(cells(scenario, row));
        }
        StringBuilder text = new StringBuilder(Medium.oneLine(Titles.of(scenario)))
                .append('\n')
                .append(count(scenario, outcomes))
                .append("\n\n");
        text.append(Columns.of(rows, 1));
        if (outcomes.complete() && outcomes.withoutEnd().signum() > 0) {
            text.append("\nin ")
                    .append(Numerals.grouped(outcomes.withoutEnd()))
                    .append(scenario.hasCrash() ? " outcomes" : " orders")
                    .append(", the scenario can't be played to its end; `mmaplab run` says why\n");
        }
        return text.append('\n').toString();
    }

    private static String count(Scenario scenario, Outcomes outcomes) {
        String rows =
                outcomes.rows().size() == 1 ? "1 outcome" : outcomes.rows().size() + " outcomes";
        String orders = OutcomeWords.count(outcomes.orders(), scenario, Integer.MAX_VALUE);
        rows = scenario.hasCrash() ? "at the end, " + rows.replace("outcome", "sight") : rows;
        return outcomes.complete()
                ? rows + " in " + orders
                : rows + " found in " + orders + ", but there may be more: not decided after "
                        + Numerals.grouped(outcomes.states()) + " states";
    }

    private static List<String> cells(Scenario scenario, Outcomes.Row row) {
        List<String> cells = new ArrayList<>(List.of(Numerals.grouped(row.orders())));
        for (Reply reply : row.seen()) {
            cells.add(seen(reply));
        }
        cells.add(example(scenario, row.shortest()) + broken(row.brokenLines()));
        return cells;
    }

    /** What is at a place. */
    static String seen(Reply reply) {
        return reply instanceof Reply.Bytes bytes ? Bytes.brief(bytes.data(), 0, 0) : ReplyText.of(reply);
    }

    /** The branches that an order begins with, as {@code --order} takes them, without the rest that is as written. */
    static String example(Scenario scenario, Scenario shortest) {
        List<String> branches = shortest.order().map(Order::branches).orElse(List.of());
        int needed = branches.size();
        while (!scenario.hasCrash()
                && needed > Math.max(1, branches.size() - LONGEST_REST)
                && Orders.beginning(scenario, branches.subList(0, needed - 1)).equals(Optional.of(shortest))) {
            needed--;
        }
        List<String> parts = new ArrayList<>();
        if (needed > 0) {
            parts.add(String.join(",", branches.subList(0, needed)));
        }
        shortest.crashes().stream()
                .filter(crash -> !crash.left().isEmpty())
                .forEach(crash -> parts.add(Order.CRASH + crash.left()));
        return String.join("; ", parts);
    }

    private static String broken(List<Integer> lines) {
        List<String> words = lines.stream().map(String::valueOf).toList();
        return lines.isEmpty() ? "" : "  breaks line" + (lines.size() == 1 ? " " : "s ") + String.join(", ", words);
    }
}
