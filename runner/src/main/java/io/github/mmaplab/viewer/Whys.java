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

/** Why pages of processes hold what they hold, each explained at the moments at which that has changed. */
final class Whys {

    /** To explain takes as long as playing the scenario a few times: so many are explained, from the first moment on. */
    private static final int MOST = 60;

    /** So many bytes of a page are explained. */
    private static final int LONGEST = 16;

    private final Scenario scenario;
    private final Storyboard storyboard;
    private int left = MOST;

    Whys(Scenario scenario, Storyboard storyboard) {
        this.scenario = scenario;
        this.storyboard = storyboard;
    }

    /**
     * An explanation.
     *
     * @param subject what of the picture it is about
     */
    record Why(String subject, Explanation explanation) {}

    /** What has changed at a moment, and why; nothing at the beginning. */
    List<Why> at(int index) {
        List<Why> whys = new ArrayList<>();
        Moment moment = storyboard.moments().get(index);
        if (index == 0) {
            return whys;
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
                    if (tells && page != null && left > 0) {
                        long address = mapping.start() + entry.index() * storyboard.pageSize();
                        place(process, address, entry.place()).ifPresent(place -> whys.add(why(index, place, page)));
                    }
                }
            }
        }
        return whys;
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

    private Why why(int index, Location.InMemory place, PageView page) {
        left--;
        int length = 1;
        if (!page.content().isEmpty() && page.content().get(0).offset() == 0) {
            length = Math.min(LONGEST, page.content().get(0).length());
        }
        int step = Math.min(index, scenario.steps().size());
        String subject = "memory " + place.written();
        return new Why(subject, Explainer.content(scenario, step, place, length));
    }
}
