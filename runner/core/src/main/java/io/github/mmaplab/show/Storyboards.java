package io.github.mmaplab.show;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.failure.Sentences;
import io.github.mmaplab.failure.Titles;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.memory.FileState;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.picture.Storyboard;
import io.github.mmaplab.recording.Act;
import io.github.mmaplab.recording.Recording;
import io.github.mmaplab.scenario.model.CaseRow;
import io.github.mmaplab.scenario.model.Order;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes storyboards. */
public final class Storyboards {

    private final Scenario scenario;
    private final Recording recording;
    private final SourceSteps source;
    private final Checks checks;
    private final Snapshots snapshots;
    private final ChangeWords words;

    private Storyboards(Scenario scenario) {
        this.scenario = scenario;
        this.recording = Recording.of(scenario);
        this.source = new SourceSteps(
                scenario.span().source(), scenario.row().map(CaseRow::values).orElse(Map.of()));
        this.checks = new Checks(scenario, recording.result().problems());
        this.snapshots = new Snapshots(recording);
        this.words = new ChangeWords(recording);
    }

    /**
     * Plays a scenario on simulated Linux, and shows it: a step with another outcome than the scenario states does not end it.
     *
     * @param scenario one that is not concurrent, or in one order
     * @throws IllegalArgumentException if it can be played in several orders
     */
    public static Storyboard of(Scenario scenario) {
        return new Storyboards(scenario).storyboard();
    }

    private Storyboard storyboard() {
        List<Act> acts = recording.acts();
        List<Moment> moments = new ArrayList<>();
        int last = scenario.steps().size() + (checks.atEnd() ? 1 : 0);
        int act = 0;
        for (int step = 0; step <= last && !isAfterTheStop(step); step++) {
            int first = act;
            while (act < acts.size() && acts.get(act).step() == step) {
                act++;
            }
            moments.add(moment(step, first, act));
        }
        return new Storyboard(
                Titles.of(scenario),
                scenario.order().map(Order::words),
                scenario.about(),
                scenario.pageSize(),
                scenario.span().source().name(),
                source.lines(),
                moments,
                pastEnds(),
                recording.stopped().map(problem -> Sentences.of(problem, scenario)));
    }

    /** The files of which a process has loaded or stored bytes after the end, in the last page. */
    private List<String> pastEnds() {
        Set<String> files = new TreeSet<>();
        for (Act act : recording.acts()) {
            for (Event event : act.events()) {
                if (event instanceof Event.Loaded loaded) {
                    touched(files, act, loaded.process(), loaded.page(), loaded.offset() + loaded.length());
                } else if (event instanceof Event.Stored stored) {
                    touched(files, act, stored.process(), stored.page(), stored.offset() + stored.length());
                }
            }
        }
        return List.copyOf(files);
    }

    private void touched(Set<String> files, Act act, ProcessId process, long page, int end) {
        Mapping mapping = act.before().process(process).space().find(page);
        FileId id = mapping == null ? null : mapping.file();
        if (mapping != null && id != null) {
            FileState file = act.before().file(id);
            FileId named = file.named();
            if (named != null && file.size() - mapping.offset() - (page - mapping.start()) < end) {
                files.add(recording.trace().files().getOrDefault(named, ""));
            }
        }
    }

    private boolean isAfterTheStop(int step) {
        return recording.stopped().isPresent()
                && step > recording.stopped().get().step();
    }

    private Moment moment(int number, int from, int to) {
        Moment.Kind kind = number == 0
                ? Moment.Kind.BEGINNING
                : Titles.isStep(scenario, number) ? Moment.Kind.STEP : Moment.Kind.END;
        Snapshots.Shown shown = snapshots.next(to);
        Step step = kind == Moment.Kind.STEP ? Titles.step(scenario, number) : null;
        boolean acts = step != null && !Recording.looks(step);
        return new Moment(
                kind,
                scenario.written(number),
                step != null ? source.text(step) : kind == Moment.Kind.END ? "expect" : "",
                step != null ? source.lines(step) : checks.lines(number),
                branch(number),
                acts ? attempts(recording.acts().subList(from, to)) : List.of(),
                checks.at(number),
                shown.processes(),
                shown.pages(),
                shown.files(),
                kind == Moment.Kind.BEGINNING ? List.of() : words.of(from, to));
    }

    private Optional<String> branch(int step) {
        if (scenario.order().isPresent()) {
            for (Order.Turn turn : scenario.order().get().turns()) {
                if (turn.step() == step) {
                    return Optional.of(turn.branch() + " " + turn.number());
                }
            }
        }
        return Optional.empty();
    }

    private List<Moment.Attempt> attempts(List<Act> acts) {
        List<Moment.Attempt> attempts = new ArrayList<>();
        for (Act act : acts) {
            Optional<ProcessId> process = act.process();
            Optional<String> name = process.isEmpty() ? Optional.empty() : Optional.of(name(process.get()));
            attempts.add(attempt(name, act.outcome()));
        }
        return attempts;
    }

    private String name(ProcessId process) {
        return recording.trace().processes().getOrDefault(process, "process " + process.number());
    }

    private static Moment.Attempt attempt(Optional<String> process, Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return new Moment.Attempt(process, failed.errno().word(), failed.reason());
        }
        if (outcome instanceof Outcome.Signalled signalled) {
            return new Moment.Attempt(process, signalled.signal().word(), signalled.reason());
        }
        return outcome instanceof Outcome.Refused refused
                ? new Moment.Attempt(process, "refused", refused.what())
                : new Moment.Attempt(process, "ok", "");
    }
}
