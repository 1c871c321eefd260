package io.github.mmaplab.explain;

import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.explain.fact.Deed;
import io.github.mmaplab.explain.fact.Fact;
import io.github.mmaplab.explain.fact.Made;
import io.github.mmaplab.explain.fact.Page;
import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.explain.fact.Unseen;
import io.github.mmaplab.kernel.call.Create;
import io.github.mmaplab.kernel.call.Mmap;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.recording.Act;
import io.github.mmaplab.recording.Recording;
import io.github.mmaplab.run.result.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Explains what is seen: plays experiments to find the steps and rules that decide, derives from the recorded machines what
 * those steps did, and has it put into words.
 */
final class Explaining {

    private static final int MOST_RULES = 2;
    private static final int MOST_REFERENCES = 2;
    private static final int MOST_DEEDS = 4;
    private static final int MOST_UNSEEN = 2;

    private final Recording recording;
    private final Probe probe;
    private final Words words;
    private final Experiment experiment;
    private final Set<Rule> rules;

    Explaining(Recording recording, Probe probe, String place) {
        this.recording = recording;
        this.probe = probe;
        this.words = new Words(recording, probe, place);
        this.experiment = new Experiment(recording, probe);
        this.rules = experiment.rules();
    }

    Explanation explanation() {
        int[][] history = history();
        List<Fact> facts = new ArrayList<>();
        Set<Integer> seen = new TreeSet<>();
        for (int origin : history.length == 0 ? new int[0] : history[history.length - 1]) {
            if (origin != Origins.NONE) {
                seen.add(origin);
            }
        }
        Set<Integer> deciding = deciding(seen);
        facts.addAll(deeds(deciding));
        facts.addAll(begins(seen, history));
        facts.addAll(populated());
        facts.addAll(unseen(history, seen, deciding));
        facts.sort(Comparator.comparingInt(Fact::act));
        facts.addAll(states(facts));
        return explanation(facts);
    }

    private Explanation explanation(List<Fact> facts) {
        List<Reason> reasons = facts.stream()
                .map(fact -> new Reason(step(fact), words.of(fact), fact, words.names()))
                .toList();
        List<RuleWords> named = named(facts);
        List<String> references = named.isEmpty() ? references(facts) : List.of();
        return new Explanation(probe.answer(words), reasons, named, references);
    }

    private int step(Fact fact) {
        return fact instanceof State ? 0 : words.names().step(fact.act());
    }

    /** For each act, which act wrote each byte that the place shows after it. */
    private int[][] history() {
        int[][] history = new int[recording.acts().size()][0];
        if (probe.showsBytes()) {
            Origins origins = Origins.of(recording);
            for (int i = 0; i < history.length; i++) {
                history[i] = origins.seen(i, probe::bytes);
            }
        }
        return history;
    }

    /** The acts that decide, and that belong to a step. */
    private Set<Integer> deciding(Set<Integer> seen) {
        Set<Integer> written = new HashSet<>();
        seen.forEach(act -> written.add(recording.acts().get(act).step()));
        recording.acts().stream().filter(probe::counts).map(Act::step).forEach(written::add);
        Set<Integer> acts = new TreeSet<>();
        for (int step : experiment.steps(written)) {
            for (int act : experiment.acts(step)) {
                acts.add(act);
            }
        }
        for (int i = 0; i < recording.acts().size(); i++) {
            Act act = recording.acts().get(i);
            if (act.step() > 0 && (seen.contains(i) || probe.counts(act))) {
                acts.add(i);
            }
        }
        return acts;
    }

    private List<Fact> deeds(Set<Integer> deciding) {
        Deeds deeds = new Deeds(recording, probe.watch());
        List<Fact> facts = new ArrayList<>();
        List<Integer> acts = new ArrayList<>(deciding);
        int counted = acts.size() <= MOST_DEEDS ? 0 : acts.size() - MOST_DEEDS;
        if (counted > 0) {
            facts.add(new Deed.Others(acts.get(0), acts.subList(0, counted)));
        }
        for (int act : acts.subList(counted, acts.size())) {
            facts.add(deeds.of(act));
        }
        if (probe instanceof SizeProbe size && acts.isEmpty()) {
            facts.add(deeds.begins(size.file()));
        } else if (probe instanceof AttachedProbe attached && acts.isEmpty()) {
            facts.add(deeds.begins(attached.segment()));
        }
        if (probe instanceof OutcomeProbe outcome) {
            List<Integer> own = outcome.acts();
            own.subList(Math.max(0, own.size() - 1), own.size()).forEach(act -> facts.add(deeds.of(act)));
        }
        return facts;
    }

    /** That files begin with bytes that are seen. */
    private List<Fact> begins(Set<Integer> seen, int[][] history) {
        List<Fact> begins = new ArrayList<>();
        for (int act : seen) {
            if (recording.acts().get(act).operation() instanceof Create create && begins.isEmpty()) {
                int[] last = history[history.length - 1];
                int count = 0;
                for (int origin : last) {
                    count += origin == act ? 1 : 0;
                }
                begins.add(new Deed.Begins(act, create.file(), create.size(), count, last.length));
            }
        }
        return begins;
    }

    /** The mappings of the beginning that came with the private page that is shown, or with pages that are counted. */
    private List<Fact> populated() {
        List<Fact> populated = new ArrayList<>();
        Deeds deeds = new Deeds(recording, probe.watch());
        for (int i = 0; i < recording.acts().size() && recording.acts().get(i).step() == 0; i++) {
            Act act = recording.acts().get(i);
            if (act.operation() instanceof Mmap
                    && act.outcome().succeeded()
                    && deeds.of(i) instanceof Deed.Mapped mapped
                    && (probe.counts(act) || mapped.made().filter(this::isShown).isPresent())) {
                populated.add(mapped);
            }
        }
        return populated;
    }

    private boolean isShown(Made made) {
        return probe.states().stream()
                .anyMatch(state -> state instanceof State.Shows shows
                        && shows.page().frame().equals(made.page().frame()));
    }

    /** The writes that do not show, and what was spared, one for each step. */
    private List<Unseen> unseen(int[][] history, Set<Integer> seen, Set<Integer> deciding) {
        List<Unseen> all = new ArrayList<>();
        if (probe instanceof MemoryProbe memory && !memory.canLook()) {
            return all;
        }
        if (probe.showsBytes() || probe instanceof SizeProbe) {
            all.addAll(new Writes(recording, probe, history).unseen(seen));
        }
        if (!(probe instanceof SizeProbe)) {
            all.addAll(new Spared(recording, probe.watch(), rules).all());
        } else {
            all.removeIf(each -> !(each instanceof Unseen.PastTheEnd));
        }
        List<Unseen> kept = new ArrayList<>();
        Set<Integer> steps = new HashSet<>();
        deciding.forEach(act -> steps.add(recording.acts().get(act).step()));
        for (Unseen each : all) {
            int step = recording.acts().get(each.act()).step();
            if (kept.size() < MOST_UNSEEN && step > 0 && step != probe.asked() && steps.add(step)) {
                kept.add(each);
            }
        }
        return kept;
    }

    private List<State> states(List<Fact> facts) {
        List<State> states = new ArrayList<>();
        recording.stopped().ifPresent(problem -> states.add(notPlayed(problem)));
        for (State state : probe.states()) {
            if (!probe.showsBytes() || !isSaid(state, facts)) {
                states.add(state);
            }
        }
        if (states.isEmpty() && facts.isEmpty()) {
            states.addAll(probe.states());
        }
        return states.subList(0, Math.min(probe.mostStates(), states.size()));
    }

    private State notPlayed(Problem problem) {
        String why = problem instanceof Problem.Ended ended
                ? ended.process() + " has ended"
                : ((Problem.NotPlayable) problem).message();
        return new State.NotPlayed(recording.acts().size(), problem.step(), why);
    }

    /** Whether a store that decides went to the very page that is shown. */
    private static boolean isSaid(State state, List<Fact> facts) {
        for (Fact fact : facts) {
            if (fact instanceof Deed.Store store && isPage(state, store)) {
                return true;
            } else if (state instanceof State.FileShows shows
                    && fact instanceof Deed.Written written
                    && shows.page().orElse(null) instanceof Page.OfFile page
                    && page.file().equals(written.file())
                    && page.index() == written.index()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPage(State state, Deed.Store store) {
        FrameId frame = store.where().how().page().frame();
        if (state instanceof State.FileShows shows) {
            return shows.page().map(Page::frame).equals(Optional.of(frame));
        }
        return state instanceof State.Shows shows
                && store.process().equals(shows.process())
                && shows.page().frame().equals(frame);
    }

    /** Of the rules that decide, those that the facts are about; else the first that decides at all. */
    private List<RuleWords> named(List<Fact> facts) {
        Set<Rule> named = new LinkedHashSet<>();
        for (int rank = 0; rank < Rule.values().length; rank++) {
            for (Fact fact : facts) {
                List<Rule> about = FactRules.of(fact);
                if (rank < about.size() && rules.contains(about.get(rank))) {
                    named.add(about.get(rank));
                }
            }
        }
        if (named.isEmpty()) {
            rules.stream().limit(1).forEach(named::add);
        }
        return named.stream().limit(MOST_RULES).map(RuleWords::of).toList();
    }

    private static List<String> references(List<Fact> facts) {
        Set<String> references = new LinkedHashSet<>();
        facts.stream()
                .map(References::of)
                .filter(reference -> !reference.isEmpty())
                .forEach(references::add);
        return references.stream().limit(MOST_REFERENCES).toList();
    }
}
