package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.abi.ProcessId;
import io.github.mmaplab.kernel.abi.ProcessStatus;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.NewMapping;
import io.github.mmaplab.scenario.model.Step;

/** Says why nobody can look: what the location names is not there yet, or not any more. */
final class Absent {

    private Absent() {}

    /** A process, or a mapping, that there is not at the moment. */
    static Look.Nobody of(Film film, Location.InMemory location) {
        boolean process = film.process(location.process()) == null;
        int born = process ? forked(film, location.process()) : mapped(film, location);
        String what = process ? location.process() : location.process() + "." + location.mapping();
        String because = born == 0
                ? "the step that makes it was not played"
                : "step " + film.scenario().written(born) + (process ? " forks it" : " maps it");
        return new Look.Nobody("there is no " + what + " " + Moments.of(film), because, Math.min(born, film.step()));
    }

    /** A process that has ended. */
    static Look.Nobody ended(Film film, String name, ProcessId process) {
        int step = 0;
        for (Trace.Performed performed : film.trace().performed()) {
            for (Event event : performed.events()) {
                if (event instanceof Event.ProcessEnded ended && ended.process().equals(process)) {
                    step = performed.step();
                }
            }
        }
        ProcessStatus status = film.end().process(process).status();
        String how = status instanceof ProcessStatus.Killed killed ? "was killed by " + killed.signal() : "has exited";
        return new Look.Nobody(name + " sees nothing any more", name + " " + how, step);
    }

    private static int forked(Film film, String name) {
        for (int i = 0; i < film.scenario().steps().size(); i++) {
            if (film.scenario().steps().get(i) instanceof Step.Fork fork) {
                for (Step.Fork.Target target : fork.targets()) {
                    if (target.children().stream().map(Named::name).anyMatch(name::equals)) {
                        return i + 1;
                    }
                }
            }
        }
        return 0;
    }

    private static int mapped(Film film, Location.InMemory location) {
        for (int i = 0; i < film.scenario().steps().size(); i++) {
            if (film.scenario().steps().get(i) instanceof Step.Mmap mmap) {
                for (NewMapping target : mmap.targets()) {
                    if (target.process().equals(location.process())
                            && target.name().equals(location.mapping())) {
                        return i + 1;
                    }
                }
            }
        }
        return 0;
    }
}
