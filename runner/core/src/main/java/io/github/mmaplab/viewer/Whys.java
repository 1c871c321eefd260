package io.github.mmaplab.viewer;

import io.github.mmaplab.explain.Explainer;
import io.github.mmaplab.explain.Explanation;
import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.picture.PageView;
import io.github.mmaplab.picture.ProcessView;
import io.github.mmaplab.picture.Storyboard;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Why pages of processes hold what they hold, explained as of the moment at which that changed. To explain one takes as long as
 * playing the scenario a few times.
 */
final class Whys {

    /** The most bytes of a page that are explained. */
    private static final int LONGEST = 16;

    private final Scenario scenario;
    private final Storyboard storyboard;

    Whys(Scenario scenario, Storyboard storyboard) {
        this.scenario = scenario;
        this.storyboard = storyboard;
    }

    /** A page of a process that changed, or an entry that points elsewhere. */
    record Changed(int moment, Location.InMemory place, PageView page) {

        /** What of the picture it is about. */
        String subject() {
            return "memory " + place.written();
        }
    }

    /** What changed at a moment; nothing at the beginning. */
    List<Changed> changed(int index) {
        List<Changed> all = new ArrayList<>();
        Moment moment = storyboard.moments().get(index);
        if (index == 0) {
            return all;
        }
        Map<Long, PageView> pages = new HashMap<>();
        Set<Long> changed = new HashSet<>();
        for (PageView page : moment.pages()) {
            pages.put(page.number(), page);
            if (page.fresh() || !page.changed().isEmpty()) {
                changed.add(page.number());
            }
        }
        for (ProcessView process : moment.processes()) {
            for (ProcessView.MappingView mapping : process.mappings()) {
                for (ProcessView.Entry entry : mapping.entries()) {
                    PageView page = pages.get(entry.page());
                    boolean tells = entry.moved() || changed.contains(entry.page());
                    if (tells && page != null) {
                        long address = mapping.start() + entry.index() * storyboard.pageSize();
                        place(process, address, entry.place())
                                .ifPresent(place -> all.add(new Changed(index, place, page)));
                    }
                }
            }
        }
        return all;
    }

    /** The last change of a subject until a moment. */
    Optional<Changed> last(int index, String subject) {
        for (int i = index; i > 0; i--) {
            for (Changed changed : changed(i)) {
                if (changed.subject().equals(subject)) {
                    return Optional.of(changed);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Location.InMemory> place(ProcessView process, long address, String written) {
        for (ProcessView.Name name : process.names()) {
            if (name.start() <= address && address < name.end()) {
                return Optional.of(new Location.InMemory(
                        process.name(),
                        name.name(),
                        address - name.start(),
                        process.name() + "." + written,
                        scenario.span()));
            }
        }
        return Optional.empty();
    }

    /** Why it holds what it holds since then. */
    Explanation explain(Changed changed) {
        int length = 1;
        PageView page = changed.page();
        if (!page.content().isEmpty() && page.content().get(0).offset() == 0) {
            length = Math.min(LONGEST, page.content().get(0).length());
        }
        int step = Math.min(changed.moment(), scenario.steps().size());
        return Explainer.content(scenario, step, changed.place(), length);
    }
}
