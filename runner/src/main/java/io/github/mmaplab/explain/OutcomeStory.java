package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.abi.Outcome;
import io.github.mmaplab.kernel.abi.ProcessId;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.Store;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.memory.Mapping;
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
        for (Shot shot : film.shots()) {
            last = shot.step() == step ? shot.outcome() : last;
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
        String name = "step " + step + " (" + label + ", " + info.verb() + ")";
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
        causes.add(Cause.of(step, success(film), Rule.PROTECTION_IS_ENFORCED, Rule.PAST_THE_END_IS_SIGBUS));
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

    private String success(Film film) {
        Names names = new Names(film);
        for (Shot shot : film.shots()) {
            if (shot.step() == step && shot.operation() instanceof Store store) {
                Mapping mapping = shot.before().process(store.process()).space().find(store.address());
                String place = names.of(store.process()) + "." + names.place(store.process(), store.address());
                return mapping == null
                        ? "every byte was stored"
                        : place + " is " + mapping.protection().letters() + ", which allows a store, and has a page";
            }
        }
        return "nothing stands in the way of it";
    }
}
