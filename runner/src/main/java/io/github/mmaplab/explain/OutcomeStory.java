package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.abi.Outcome;
import io.github.mmaplab.kernel.abi.ProcessId;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.Store;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.scenario.model.StepInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a step, the last of its film, comes to. */
record OutcomeStory(int step, String label) implements Question {

    @Override
    public Object seen(Film film) {
        return film.stopped().isPresent() ? "not played" : word(last(film));
    }

    private Outcome last(Film film) {
        Outcome last = Outcome.Ok.ZERO;
        for (Trace.Performed performed : film.trace().performed()) {
            last = performed.step() == step ? performed.outcome() : last;
        }
        return last;
    }

    private static String word(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return failed.errno().name();
        }
        return outcome instanceof Outcome.Signalled signalled
                ? signalled.signal().name()
                : "ok";
    }

    @Override
    public Told told(Film film) {
        StepInfo info = film.scenario().steps().get(step - 1).info();
        String name = "step " + film.scenario().written(step) + " (" + label + ", " + info.verb() + ")";
        Outcome outcome = last(film);
        List<Cause> causes = new ArrayList<>();
        if (film.stopped().isPresent()) {
            return new Told(name + " is not played", causes);
        }
        if (outcome instanceof Outcome.Failed failed) {
            causes.add(Cause.of(step, failed.reason()));
            return new Told(name + " fails with " + failed.errno(), causes);
        }
        if (outcome instanceof Outcome.Signalled signalled) {
            causes.add(Cause.of(
                    step,
                    stopped(film, signalled) + signalled.reason(),
                    Rule.PROTECTION_IS_ENFORCED,
                    Rule.PAST_THE_END_IS_SIGBUS));
            causes.addAll(faults(film, signalled));
            return new Told(name + " raises " + signalled.signal() + " (" + signalled.code() + ")", causes);
        }
        causes.addAll(success(film));
        return new Told(name + " succeeds", causes);
    }

    private String stopped(Film film, Outcome.Signalled signalled) {
        Names names = new Names(film);
        Phrases phrases = new Phrases(film, Ledger.of(film), names);
        for (Shot shot : film.shots()) {
            if (shot.step() == step && shot.outcome().equals(signalled) && shot.operation() instanceof Store) {
                return phrases.change(shot) + ": ";
            }
        }
        return "";
    }

    private List<Cause> faults(Film film, Outcome.Signalled signalled) {
        for (int i = film.shots().size() - 1; i >= 0; i--) {
            if (film.shots().get(i).outcome().equals(signalled)) {
                ProcessId process = process(film.shots().get(i).operation());
                return process == null ? List.of() : new Faults(film).causes(process, signalled, i);
            }
        }
        return List.of();
    }

    private static @Nullable ProcessId process(Operation operation) {
        if (operation instanceof Store store) {
            return store.process();
        }
        return operation instanceof Load load ? load.process() : null;
    }

    private List<Cause> success(Film film) {
        Names names = new Names(film);
        Ledger ledger = Ledger.of(film);
        Phrases phrases = new Phrases(film, ledger, names);
        List<Cause> causes = new ArrayList<>();
        for (Write write : ledger.writes()) {
            Write.By by = write.by();
            if (phrases.shot(write).step() == step && by != null) {
                String allowed = names.of(by.process()) + "." + phrases.mapping(write) + " is "
                        + by.mapping().protection().letters() + ", which allows it";
                String page =
                        write.isPrivate() ? "; " + phrases.privatePage(write).text() : "";
                causes.add(Cause.of(
                        step,
                        phrases.change(write) + ": " + allowed + page,
                        Rule.FORKED_PAGES_STAY_WRITABLE,
                        Rule.PROTECTION_IS_ENFORCED,
                        Rule.PAST_THE_END_IS_SIGBUS));
            }
        }
        return causes.isEmpty() ? List.of(Cause.of(step, "nothing stands in the way of it")) : causes;
    }
}
