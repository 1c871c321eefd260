package io.github.mmaplab.report;

import io.github.mmaplab.diagnostic.Label;
import io.github.mmaplab.run.result.PageStory;
import io.github.mmaplab.run.result.PageStory.Moment;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells where the bytes that were read came from: at the steps where something happened to them, and in notes. */
final class Story {
    /** Of a longer story the end is told. */
    private static final int MOST_STEPS = 8;

    private final Scenario scenario;
    private final PageStory page;
    private final Map<Integer, StringBuilder> told = new TreeMap<>();

    private Story(Scenario scenario, PageStory page) {
        this.scenario = scenario;
        this.page = page;
        for (Moment moment : page.moments()) {
            tell(moment.step(), of(moment));
        }
        if (page.lastWrite().isPresent()) {
            PageStory.Write write = page.lastWrite().get();
            tell(write.step(), of(write));
        }
    }

    /** The story of a page in a run of {@code scenario}. */
    static Story of(Scenario scenario, PageStory page) {
        return new Story(scenario, page);
    }

    private void tell(int step, String what) {
        StringBuilder sofar = told.computeIfAbsent(step, none -> new StringBuilder());
        sofar.append(sofar.length() == 0 ? "" : "; ").append(what);
    }

    /** What happened at steps, each where the step is written. */
    List<Label> labels() {
        List<Label> labels = new ArrayList<>();
        for (Map.Entry<Integer, StringBuilder> entry : told.entrySet()) {
            int step = entry.getKey();
            if (Titles.isStep(scenario, step)) {
                labels.add(new Label(
                        Titles.step(scenario, step).info().span(),
                        "step " + scenario.written(step) + ": " + entry.getValue()));
            }
        }
        return labels.size() <= MOST_STEPS ? labels : labels.subList(labels.size() - MOST_STEPS, labels.size());
    }

    /** What was read, and what happened when no step was under way. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        String through = page.through().isEmpty()
                ? " with read(2)"
                : " through " + page.through().get().name() + " ("
                        + page.through().get().description() + ")";
        notes.add("read from " + page.frame().words() + through);
        StringBuilder before = told.get(0);
        if (before != null) {
            notes.add("before the first step: " + before);
        }
        if (page.lastWrite().isEmpty()) {
            notes.add("nothing has ever been written there");
        }
        return notes;
    }

    private static String of(PageStory.Write write) {
        return switch (write.how()) {
            case "initial content" -> write.frame().words() + " holds the initial content";
            case "zeroed" ->
                write.who() + " puts zeros there, in " + write.frame().words();
            case "store" -> write.who() + " stores there, to " + write.frame().words();
            default ->
                write.who() + " writes there with " + write.how() + ", to "
                        + write.frame().words();
        };
    }

    private static String of(Moment moment) {
        if (moment instanceof Moment.Copied copied) {
            return copied.process() + " gets a copy of " + copied.original().words() + ", "
                    + copied.copy().words();
        }
        if (moment instanceof Moment.Shared shared) {
            return shared.parent() + " and " + shared.child() + " share the page from here on";
        }
        if (moment instanceof Moment.Found found) {
            return found.process() + " finds " + found.frame().words();
        }
        if (moment instanceof Moment.ZeroFilled filled) {
            return filled.process() + " gets a new page of zeros, "
                    + filled.frame().words();
        }
        Moment.Reused reused = (Moment.Reused) moment;
        return reused.process() + " alone has " + reused.frame().words() + " left, and stores to it without a copy";
    }
}
