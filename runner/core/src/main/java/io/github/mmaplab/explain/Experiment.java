package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.recording.Recording;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds out which steps and rules decide what is seen, by playing without them.
 *
 * <p>A step decides if something else is seen without it, or with other bytes in it. Where several steps each suffice, as two stores of the same
 * byte do, none of them decides alone; so the steps that decide are a set that has all those which decide alone, with which alone the same is seen, and of
 * which no other can be left out; it is found by leaving out one at a time, from the first on.
 */
final class Experiment {

    private final Recording recording;
    private final Replay replay;
    private final Probe probe;
    private final Object seen;

    Experiment(Recording recording, Probe probe) {
        this.recording = recording;
        this.replay = new Replay(recording);
        this.probe = probe;
        this.seen = probe.seen(replay.play(recording.acts().size(), recording.end(), act -> null));
    }

    /** What is seen. */
    Object seen() {
        return seen;
    }

    /**
     * The steps that decide, in order.
     *
     * @param written the steps whose bytes are seen: with other bytes in them, something else would be
     */
    Set<Integer> steps(Set<Integer> written) {
        Set<Integer> all = new TreeSet<>();
        recording.acts().forEach(act -> all.add(act.step()));
        all.remove(0);
        all.remove(probe.asked());
        Set<Integer> alone = new TreeSet<>();
        for (int step : all) {
            if (written.contains(step) || !same(Set.of(step))) {
                alone.add(step);
            }
        }
        Set<Integer> left = new HashSet<>(all);
        left.removeAll(alone);
        if (!same(left)) {
            left = leftOut(all, alone);
        }
        all.removeAll(left);
        return all;
    }

    /** Again and again, since leaving out a step may make another one needless that was needed before. */
    private Set<Integer> leftOut(Set<Integer> all, Set<Integer> alone) {
        Set<Integer> left = new HashSet<>();
        int before;
        do {
            before = left.size();
            for (int step : all) {
                if (!alone.contains(step) && left.add(step) && !same(left)) {
                    left.remove(step);
                }
            }
        } while (left.size() > before);
        return left;
    }

    private boolean same(Set<Integer> without) {
        return seen.equals(probe.seen(replay.without(without::contains)));
    }

    /** Of the acts of a step that decides those that do: each without which something else is seen, or else the last. */
    List<Integer> acts(int step) {
        List<Integer> acts = new ArrayList<>();
        for (int i = 0; i < recording.acts().size(); i++) {
            if (recording.acts().get(i).step() == step) {
                acts.add(i);
            }
        }
        List<Integer> deciding = new ArrayList<>();
        for (int act : acts) {
            if (acts.size() == 1 || !seen.equals(probe.seen(replay.withoutAct(act)))) {
                deciding.add(act);
            }
        }
        return deciding.isEmpty() ? acts.subList(acts.size() - 1, acts.size()) : deciding;
    }

    /** The rules without which something else is seen. */
    Set<Rule> rules() {
        Set<Rule> deciding = EnumSet.noneOf(Rule.class);
        for (Rule rule : Rule.values()) {
            if (!seen.equals(probe.seen(replay.on(Rules.LINUX.without(rule))))) {
                deciding.add(rule);
            }
        }
        return deciding;
    }
}
