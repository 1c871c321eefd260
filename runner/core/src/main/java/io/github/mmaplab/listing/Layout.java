package io.github.mmaplab.listing;

import io.github.mmaplab.scenario.model.Branch;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the acts of a scenario on lines: of a single program if their order allows it, otherwise of each process. */
final class Layout {
    private final Scenario scenario;
    private final Acts acts;
    private final List<Act> setup = new ArrayList<>();
    private final List<Act> story = new ArrayList<>();

    Layout(Scenario scenario) {
        this.scenario = scenario;
        this.acts = new Acts(scenario);
        for (Act act : acts.story()) {
            (act.kind() == Listing.Kind.SETUP ? setup : story).add(act);
        }
    }

    Listing listing() {
        Optional<Listing> program = program();
        return program.isPresent() ? program.get() : columns();
    }

    private Set<String> processes() {
        Set<String> processes = new LinkedHashSet<>();
        scenario.processes().forEach(process -> processes.add(process.name()));
        for (Act act : story) {
            if (!act.child().isEmpty()) {
                processes.add(act.child());
            }
        }
        if (story.stream().anyMatch(act -> act.process().equals(Acts.OTHER))) {
            processes.add(Acts.OTHER);
        }
        return processes;
    }

    private List<Act> setupOf(String process) {
        List<Act> all = new ArrayList<>(acts.setup(process));
        setup.stream().filter(act -> act.process().equals(process)).forEach(all::add);
        return all;
    }

    /** A single program; empty if the order of the steps does not allow it. */
    private Optional<Listing> program() {
        Set<String> processes = processes();
        boolean isReplaced = processes.stream().anyMatch(acts.stage()::isReplaced);
        if (isReplaced
                || scenario.processes().size() != 1
                || processes.contains(Acts.OTHER)
                || !concurrently().isEmpty()) {
            return Optional.empty();
        }
        String first = scenario.processes().get(0).name();
        List<Act> all = new ArrayList<>(setupOf(first));
        all.addAll(story);
        return Nesting.of(first, all).map(lines -> new Listing(true, List.copyOf(processes), lines, List.of()));
    }

    private Listing columns() {
        List<Listing.Line> lines = new ArrayList<>();
        Set<String> processes = processes();
        for (String process : processes) {
            setupOf(process).forEach(act -> lines.add(line(lines.size() + 1, act)));
        }
        story.forEach(act -> lines.add(line(lines.size() + 1, act)));
        List<Listing.AnyOrder> concurrent = new ArrayList<>();
        concurrently().forEach((steps, first) -> concurrent.add(anyOrder(steps, first, lines)));
        return new Listing(false, List.copyOf(processes), lines, concurrent);
    }

    private static Listing.Line line(int number, Act act) {
        return new Listing.Line(
                number,
                act.process(),
                act.kind(),
                0,
                act.code(),
                act.remark(),
                act.step(),
                act.questions(),
                act.child());
    }

    /** The concurrent steps, with the number of the first of each. */
    private Map<Step.Concurrently, Integer> concurrently() {
        Map<Step.Concurrently, Integer> found = new LinkedHashMap<>();
        List<Step> steps = scenario.steps();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Step.Concurrently step) {
                found.put(step, scenario.numberOf(i));
            }
        }
        return found;
    }

    private static Listing.AnyOrder anyOrder(Step.Concurrently step, int first, List<Listing.Line> lines) {
        List<List<Integer>> branches = new ArrayList<>();
        int next = first;
        for (Branch branch : step.branches()) {
            int begin = next;
            int end = next + branch.steps().size();
            branches.add(lines.stream()
                    .filter(line -> line.step() >= begin && line.step() < end)
                    .map(Listing.Line::number)
                    .toList());
            next = end;
        }
        return new Listing.AnyOrder(branches);
    }
}
