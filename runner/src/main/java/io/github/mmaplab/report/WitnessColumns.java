package io.github.mmaplab.report;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.picture.Change;
import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.picture.Storyboard;
import io.github.mmaplab.run.Bytes;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.scenario.model.Order;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.text.Medium;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The order in which something is not as expected, or nearly is, in columns: one for each branch, the steps below each other as they are
 * played, and below each step what it did.
 */
final class WitnessColumns {
    private static final int WIDTH = 100;
    private static final String MARGIN = "     ";
    private static final String BETWEEN = " | ";
    private static final String EFFECT = "  ";
    private static final int MOST_BRANCHES = 4;
    private static final int MOST_TURNS = 24;
    /** A scenario with more steps is not played again for a drawing. */
    private static final int MOST_STEPS = 200;
    /** The most effects of a step that are shown. */
    private static final int MOST_EFFECTS = 4;

    private static final Pattern COMMENT = Pattern.compile(" #[^\"'}\\]]*$");

    private final List<String> branches;
    private final int[] widths;
    /** The lines of a step, by the branch. */
    private final List<Map.Entry<Integer, List<String>>> steps = new ArrayList<>();

    private WitnessColumns(List<String> branches) {
        this.branches = branches;
        this.widths = new int[branches.size()];
    }

    /**
     * The columns, several lines; empty for what is not about one order, and for orders that have too many branches or steps
     * for them. Of what never holds, the order that comes nearest is drawn.
     *
     * @param storyboards plays a scenario in one order
     */
    static Optional<String> of(Problem problem, Function<Scenario, Storyboard> storyboards) {
        if (problem instanceof Problem.InOrder inOrder) {
            return of(inOrder.problem(), inOrder.scenario(), storyboards);
        }
        return problem instanceof Problem.NeverHolds never
                ? of(never, never.instead().get(0).scenario(), storyboards)
                : Optional.empty();
    }

    private static Optional<String> of(Problem problem, Scenario scenario, Function<Scenario, Storyboard> storyboards) {
        boolean waits = problem instanceof Problem.Stuck;
        List<Order.Turn> turns = scenario.turns().stream()
                .filter(turn -> waits ? turn.step() < problem.step() : turn.step() <= problem.step())
                .toList();
        List<String> branches = scenario.turns().stream()
                .sorted(Comparator.comparingInt(Order.Turn::written))
                .map(Order.Turn::branch)
                .distinct()
                .toList();
        if (turns.isEmpty()
                || turns.size() > MOST_TURNS
                || branches.size() > MOST_BRANCHES
                || scenario.steps().size() > MOST_STEPS) {
            return Optional.empty();
        }
        return Optional.of(new WitnessColumns(branches).draw(scenario, storyboards.apply(scenario), turns, problem));
    }

    /** What steps have read, by their numbers in the order. */
    private static Map<Integer, List<String>> reads(Scenario order) {
        Map<Integer, List<String>> reads = new TreeMap<>();
        for (Trace.Performed performed : ScenarioRunner.run(order).trace().performed()) {
            boolean looks = performed.step() > 0
                    && performed.step() <= order.steps().size()
                    && order.steps().get(performed.step() - 1) instanceof Step.Read;
            if (looks
                    && performed.outcome() instanceof Outcome.Done done
                    && done.data().length() > 0) {
                reads.computeIfAbsent(performed.step(), none -> new ArrayList<>())
                        .add("reads " + Bytes.brief(done.data(), 0, 0));
            }
        }
        return reads;
    }

    private String draw(Scenario order, Storyboard storyboard, List<Order.Turn> turns, Problem problem) {
        Map<Integer, List<String>> reads = reads(order);
        Map<String, Moment> moments = new TreeMap<>();
        for (Moment moment : storyboard.moments()) {
            moment.branch().ifPresent(branch -> moments.put(moment.step() + " " + branch, moment));
        }
        for (Order.Turn turn : turns) {
            Moment moment = moments.get(turn.written() + " " + turn.branch() + " " + turn.number());
            if (moment != null) {
                List<String> read = reads.getOrDefault(turn.step(), List.of());
                add(turn.branch(), turn.number(), moment.text(), effects(read, moment));
            }
        }
        if (problem instanceof Problem.Stuck stuck) {
            for (Problem.Waiting waiting : stuck.waiting()) {
                add(waiting.branch(), waiting.number(), "until", List.of("waits forever"));
            }
        }
        int room = WIDTH - MARGIN.length() - BETWEEN.length() * (branches.size() - 1);
        narrow(room);
        StringBuilder text = new StringBuilder();
        line(text, branches);
        text.append(MARGIN);
        for (int i = 0; i < widths.length; i++) {
            text.append(i == 0 ? "" : "-+-").append("-".repeat(widths[i]));
        }
        text.append('\n');
        for (Map.Entry<Integer, List<String>> step : steps) {
            for (String line : wrapped(step.getValue(), widths[step.getKey()])) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < widths.length; i++) {
                    cells.add(i == step.getKey() ? line : "");
                }
                line(text, cells);
            }
        }
        return text.toString();
    }

    private void add(String branch, int number, String what, List<String> effects) {
        List<String> lines = new ArrayList<>();
        String step = COMMENT.matcher(Medium.oneLine(what)).replaceFirst("");
        lines.add(number + " " + step.strip());
        effects.forEach(effect -> lines.add(EFFECT + effect));
        steps.add(Map.entry(branches.indexOf(branch), lines));
    }

    private static List<String> effects(List<String> read, Moment moment) {
        List<String> effects = new ArrayList<>(read);
        for (Change change : moment.changes()) {
            String main = change.text().split(", and ", 2)[0];
            if (!effects.contains(main)) {
                effects.add(main);
            }
        }
        for (Moment.Attempt attempt : moment.outcomes()) {
            if (!attempt.came().equals("ok") && moment.changes().isEmpty()) {
                effects.add(attempt.came() + ": " + attempt.reason());
            }
        }
        moment.checks().stream()
                .filter(check -> !check.holds())
                .forEach(check -> effects.add("not as expected: " + check.place()));
        if (effects.size() > MOST_EFFECTS) {
            List<String> rest = effects.subList(MOST_EFFECTS - 1, effects.size());
            int more = rest.size();
            rest.clear();
            effects.add("and " + more + " more");
        }
        return effects;
    }

    /** Makes each column as wide as its text, if that fits, and otherwise those that are wider than their share narrower. */
    private void narrow(int room) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = branches.get(i).length();
        }
        for (Map.Entry<Integer, List<String>> step : steps) {
            for (String line : step.getValue()) {
                widths[step.getKey()] = Math.max(widths[step.getKey()], line.length());
            }
        }
        int left = room;
        int wide = widths.length;
        boolean more = true;
        boolean[] settled = new boolean[widths.length];
        while (more && wide > 0) {
            more = false;
            for (int i = 0; i < widths.length; i++) {
                if (!settled[i] && widths[i] <= left / wide) {
                    settled[i] = true;
                    left -= widths[i];
                    wide--;
                    more = true;
                }
            }
        }
        for (int i = 0; i < widths.length; i++) {
            widths[i] = settled[i] ? widths[i] : left / wide;
        }
    }

    /** The lines, each broken at blanks, with its further lines indented below what it says. */
    private static List<String> wrapped(List<String> lines, int width) {
        List<String> all = new ArrayList<>();
        for (String line : lines) {
            String indent = line.startsWith(EFFECT) ? EFFECT + EFFECT : EFFECT;
            String rest = line;
            while (rest.length() > width) {
                int blank = rest.lastIndexOf(' ', width);
                int cut = blank > indent.length() ? blank : width;
                all.add(rest.substring(0, cut));
                rest = indent + rest.substring(cut).strip();
            }
            all.add(rest);
        }
        return all;
    }

    private void line(StringBuilder text, List<String> cells) {
        StringBuilder line = new StringBuilder(MARGIN);
        for (int i = 0; i < widths.length; i++) {
            line.append(i == 0 ? "" : BETWEEN)
                    .append(cells.get(i))
                    .append(" ".repeat(Math.max(0, widths[i] - cells.get(i).length())));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
