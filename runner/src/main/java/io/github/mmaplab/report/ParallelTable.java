package io.github.mmaplab.report;

import io.github.mmaplab.run.ParallelPlan;
import io.github.mmaplab.run.result.ParallelRuns;
import io.github.mmaplab.text.Medium;
import io.github.mmaplab.text.Numerals;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** What was seen in parallel runs beside what is predicted, as a table for a terminal. */
final class ParallelTable {
    /** The maximum number of outcomes shown that are predicted and were not seen. */
    private static final int MOST_UNSEEN = 12;

    private ParallelTable() {}

    /** What was found, in one sentence. */
    static String sentence(ParallelRuns runs) {
        if (runs.unpredicted()) {
            return "seen and not predicted: in " + count(unpredicted(runs), "run") + " of "
                    + Numerals.grouped(BigInteger.valueOf(runs.runs()))
                    + ", this machine shows what no order explains: the model is wrong";
        }
        return "in " + count(runs.runs(), "run") + ", " + runs.seen() + " of "
                + count(runs.predicted(), "predicted outcome") + " seen, and nothing else";
    }

    private static int unpredicted(ParallelRuns runs) {
        return runs.rows().stream()
                .filter(ParallelRuns.Row::isUnpredicted)
                .mapToInt(ParallelRuns.Row::runs)
                .sum();
    }

    private static String count(int number, String what) {
        return Numerals.grouped(BigInteger.valueOf(number)) + " " + what + (number == 1 ? "" : "s");
    }

    /** The table, and what was not looked at. */
    static String of(ParallelRuns runs) {
        List<Integer> steps = runs.differingSteps();
        SortedMap<Integer, String> names = ParallelPlan.names(runs.scenario());
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("runs", "orders"));
        head.addAll(runs.places());
        steps.forEach(step -> head.add(names.getOrDefault(step, "")));
        head.add("");
        rows.add(head);
        int unseen = 0;
        for (ParallelRuns.Row row : runs.rows()) {
            unseen += row.runs() == 0 ? 1 : 0;
            if (unseen <= MOST_UNSEEN) {
                rows.add(cells(runs, row, steps));
            }
        }
        StringBuilder text = new StringBuilder(Columns.of(rows, 2));
        if (unseen > MOST_UNSEEN) {
            text.append("  and ").append(unseen - MOST_UNSEEN).append(" more that were not seen\n");
        }
        runs.notes().forEach(note -> text.append("  note: ").append(note).append('\n'));
        return text.toString();
    }

    private static List<String> cells(ParallelRuns runs, ParallelRuns.Row row, List<Integer> steps) {
        List<String> cells = new ArrayList<>();
        cells.add(Numerals.grouped(BigInteger.valueOf(row.runs())));
        cells.add(row.isUnpredicted() ? "none" : Numerals.grouped(row.orders()));
        row.outcome().seen().forEach(reply -> cells.add(Medium.oneLine(OutcomesTable.seen(reply))));
        steps.forEach(step -> cells.add(Medium.oneLine(row.outcome().steps().getOrDefault(step, ""))));
        String order = row.shortest()
                .map(shortest -> "--order " + OutcomesTable.example(runs.scenario(), shortest))
                .orElse("");
        cells.add(row.isUnpredicted() ? "NOT PREDICTED" : row.runs() == 0 ? "not seen; " + order : order);
        return cells;
    }
}
