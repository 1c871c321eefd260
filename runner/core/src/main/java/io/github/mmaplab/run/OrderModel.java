package io.github.mmaplab.run;

import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.disk.Disks;
import io.github.mmaplab.kernel.machine.Canonical;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.scenario.model.Carried;
import io.github.mmaplab.scenario.model.Claim;
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.search.Model;
import io.github.mmaplab.search.Pairs;
import io.github.mmaplab.search.Path;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * A scenario as it is searched. Its parts are the beginning, the steps as they are written, and the end. What a part does is
 * played once for each world, and so are the questions of a part for all that is known of labelled steps.
 */
final class OrderModel implements Model {
    private static final int BEGINNING = 0;
    private static final int NOTHING_READ = -1;
    /** How many effects are remembered. What is forgotten then is played once more if it is needed. */
    private static final int MOST_REMEMBERED = 1 << 20;

    private final Setting setting;
    /** The steps, by the number of their part, from 1. */
    private final List<Step> steps = new ArrayList<>();

    private final List<int[][]> groups = new ArrayList<>();

    private final Worlds worlds;
    private final Knowledge knowledge = new Knowledge();
    /** The states of the search: a world, and what is known. */
    private final Pairs states = new Pairs();

    private final Numbered<Sight.Key, Sight> sights = new Numbered<>();
    /** What has been played: a part, and a state; or only its world, if it does not matter what is known. */
    private Pairs played = new Pairs();

    private final List<Played> effects = new ArrayList<>();
    private @Nullable Rules others;
    private boolean differs;

    /** The parts for which it matters what is known of the steps before, or that add to what is known of labelled ones. */
    private final BitSet remembering = new BitSet();

    private final boolean waits;
    private List<Question> atTheEnd = List.of();
    private @Nullable StepPrograms programs;

    /**
     * What a part does.
     *
     * @param effects its effects; the next state is a world, if it does not matter what is known
     * @param read the number of what it reads into registers, if it does not matter what is known;
     *     {@link #NOTHING_READ} if it reads nothing
     */
    private record Played(List<Effect> effects, int read) {}

    /**
     * What has happened in a part.
     *
     * @param effect its effect; the next state is a world, if it does not matter what is known
     * @param read what was in registers after it
     * @param disks of a crash, how many disks it may leave
     */
    private record Happened(Effect effect, Registers read, int disks) {}

    /**
     * The model of a scenario.
     *
     * @param without what does not make a difference between two machines
     */
    OrderModel(Setting setting, Machine machine, Set<Canonical.Part> without) {
        this.setting = setting;
        this.worlds = new Worlds(without, this::machineAfter);
        this.waits = setting.scenario().waits();
        states.number(
                worlds.number(machine, Stage.beginning(setting), Worlds.Origin.START),
                knowledge.number(Knowledge.Known.NOTHING));
        sights.number(Sight.Key.NOTHING, Sight.NOTHING);
        groups.add(new int[][] {{BEGINNING}});
        for (Step step : setting.scenario().steps()) {
            groups.add(
                    step instanceof Step.Concurrently concurrently
                            ? concurrently.branches().stream()
                                    .map(branch -> parts(branch.steps()))
                                    .toArray(int[][]::new)
                            : new int[][] {parts(List.of(step))});
        }
        groups.add(new int[][] {{end()}});
        boolean hasRegisters = steps.stream().anyMatch(step -> step instanceof Step.Read each && each.carries());
        for (int part = 1; part < end(); part++) {
            remembering.set(part, remembers(steps.get(part - 1), hasRegisters));
        }
        remembering.set(
                end(), looksBack(setting.scenario().expect(), setting.scenario().claims()));
    }

    /** The number of the last part. */
    private int end() {
        return steps.size() + 1;
    }

    /** The numbers of steps that follow those which have one. */
    private int[] parts(List<Step> more) {
        int[] parts = new int[more.size()];
        for (int i = 0; i < parts.length; i++) {
            steps.add(more.get(i));
            parts[i] = steps.size();
        }
        return parts;
    }

    /** At the end these questions are asked, too. */
    void askAtTheEnd(List<Question> questions) {
        atTheEnd = questions;
        if (questions.stream().anyMatch(OrderModel::looksBack)) {
            remembering.set(end());
        }
    }

    /** From now on each effect is compared with that of a machine in the same state which obeys other rules. */
    void compareWith(Rules rules) {
        others = rules;
    }

    /** From now on the outcome of each step is part of what is seen at the end, and what each step does is noted. */
    StepPrograms follow() {
        programs = new StepPrograms();
        return programs;
    }

    /** Whether some operation had another result there. */
    boolean differs() {
        return differs;
    }

    @Override
    public List<int[][]> groups() {
        return groups;
    }

    @Override
    public int start() {
        return 0;
    }

    /** What a sight was. */
    Sight sight(int number) {
        return sights.get(number);
    }

    @Override
    public List<Effect> effects(int number, int part) {
        boolean remembers = remembers(part);
        int world = states.first(number);
        int known = states.second(number);
        int found = played.find(part, remembers ? number : world);
        if (found == Pairs.NONE) {
            if (effects.size() == MOST_REMEMBERED) {
                played = new Pairs();
                effects.clear();
            }
            effects.add(playAll(world, known, part, remembers));
            found = played.number(part, remembers ? number : world);
        }
        Played here = effects.get(found);
        if (here.effects().get(0).waits()) {
            return here.effects();
        }
        int after = here.read() == NOTHING_READ ? known : knowledge.afterReading(known, here.read());
        List<Effect> all = remembers ? here.effects() : with(here.effects(), after);
        for (Effect each : all) {
            worlds.reach(states.first(each.next()));
        }
        return all;
    }

    private List<Effect> with(List<Effect> effects, int known) {
        return effects.size() == 1
                ? List.of(with(effects.get(0), known))
                : effects.stream().map(each -> with(each, known)).toList();
    }

    /** An effect that leads to a world, as one that leads to a state. */
    private Effect with(Effect effect, int known) {
        return new Effect(states.number(effect.next(), known), effect.ends(), effect.sight());
    }

    @Override
    public BigInteger mostCombinations() {
        long crashes = steps.stream().filter(Step.Crash.class::isInstance).count();
        return BigInteger.valueOf(Disks.MOST).pow((int) crashes);
    }

    /** The step in the order of a scenario from which on a group is played. */
    int firstStep(int group) {
        return groups.subList(0, group).stream().mapToInt(Model::steps).sum();
    }

    @Override
    public void pass() {
        worlds.pass();
    }

    /** The effects of a part: of a crash, one for each disk that it may leave. */
    private Played playAll(int world, int known, int part, boolean remembers) {
        List<Effect> all = new ArrayList<>();
        Registers read = Registers.NONE;
        int disks = 1;
        for (int disk = 0; disk < disks; disk++) {
            Happened happened = play(new Worlds.Origin(world, known, part, disk));
            all.add(happened.effect());
            read = happened.read();
            disks = happened.disks();
        }
        return new Played(
                List.copyOf(all), remembers || read.equals(Registers.NONE) ? NOTHING_READ : knowledge.number(read));
    }

    private boolean remembers(int part) {
        return programs != null || remembering.get(part);
    }

    /** Whether what a step does depends on what is known of the steps before, or adds to what is known of labelled ones. */
    private boolean remembers(Step step, boolean hasRegisters) {
        return step instanceof Step.Ask
                || (step instanceof Step.Expect table && looksBack(table.rows(), table.claims()))
                || (step instanceof Step.Write write && write.targets().stream().anyMatch(OrderModel::looksBack))
                || (step instanceof Step.Fork && hasRegisters)
                || step.info().label().filter(setting.asked()::knows).isPresent();
    }

    private static boolean looksBack(List<Expectation> rows, List<Claim> claims) {
        return looksBack(rows) || claims.stream().anyMatch(claim -> looksBack(claim.rows()));
    }

    private static boolean looksBack(List<Expectation> rows) {
        return rows.stream()
                .anyMatch(row -> row instanceof Expectation.OfStep || row instanceof Expectation.OfRegister);
    }

    private static boolean looksBack(Question question) {
        return question instanceof Question.OutcomeOf
                || (question instanceof Question.ContentOf content
                        && content.bytes().location() instanceof Location.InRegister);
    }

    private static boolean looksBack(Step.Write.Target target) {
        return target.value() instanceof Carried carried && carried.from() instanceof Location.InRegister;
    }

    /** Plays a part; the next state is a world if nothing is remembered. */
    private Happened play(Worlds.Origin origin) {
        int part = origin.part();
        boolean remembers = remembers(part);
        Worlds.World world = worlds.get(origin.world());
        SimulatedKernel kernel = new SimulatedKernel(world.machine());
        Recorder recorder = new Recorder(kernel);
        Knowledge.Known before = known(origin);
        Stage.Before began = before(world, before);
        Stage stage = new Stage(setting, recorder, began);
        boolean goesOn = play(stage, origin);
        if (others != null && !differs) {
            Recorder other = new Recorder(new SimulatedKernel(world.machine().with(others)));
            play(new Stage(setting, other, began), origin);
            differs = !recorder.performed().equals(other.performed());
        }
        if (stage.waits()) {
            return new Happened(Effect.WAITS, Registers.NONE, 1);
        }
        Stage.Before after = stage.after();
        PMap<Integer, String> outcomes = before.outcomes();
        if (programs != null && part != BEGINNING && part < end()) {
            String outcome = programs.note(part, steps.get(part - 1), recorder.performed(), began, after);
            outcomes = outcomes.plus(part, outcome);
        }
        boolean isOfTheEnd = part == end() && (!atTheEnd.isEmpty() || programs != null);
        Sight sight = Sight.of(stage, isOfTheEnd, isOfTheEnd ? outcomes : TreePMap.empty());
        Registers read = after.names().registers();
        // nothing follows the end
        int next = part == end() ? origin.world() : worlds.number(kernel.machine(), after, origin);
        if (remembers) {
            next = states.number(next, knowledge.number(new Knowledge.Known(after.notes(), outcomes, read)));
        }
        Effect effect = new Effect(next, !goesOn, sights.number(sight.key(), sight));
        return new Happened(effect, read, disks(recorder));
    }

    /** How many disks the crash may leave that has just been played; 1 if it was another part. */
    private static int disks(Recorder recorder) {
        List<Integer> counts = LeftWords.disks(recorder.performed());
        return counts.isEmpty() ? 1 : counts.get(counts.size() - 1);
    }

    /** The machine after a part that has been played before. */
    private Machine machineAfter(Worlds.World world, Worlds.Origin origin) {
        SimulatedKernel kernel = new SimulatedKernel(world.machine());
        play(new Stage(setting, new Recorder(kernel), before(world, known(origin))), origin);
        return kernel.machine();
    }

    @Override
    public boolean waits() {
        return waits;
    }

    @Override
    public int stuck(int part) {
        Problem.Stuck problem =
                new Problem.Stuck(part, List.of(), steps.get(part - 1).info().span());
        Sight sight = new Sight(List.of(problem), List.of(), List.of(), List.of(), false, TreePMap.empty());
        return sights.number(sight.key(), sight);
    }

    /**
     * A path with the steps that are left: at each of them the first branch goes on that does not wait. Where none can, the
     * others follow as they are written, and are not played.
     */
    Path completed(Path path) {
        List<Integer> turns = new ArrayList<>();
        int state = start();
        for (int[][] group : groups) {
            int[] done = new int[group.length];
            for (int left = Model.steps(group); left > 0; left--) {
                int given = turns.size() < path.length() ? path.turns().get(turns.size()) : -1;
                int branch = given >= 0 ? given : next(state, group, done);
                Effect effect = state < 0
                        ? Effect.WAITS
                        : effects(state, group[branch][done[branch]]).get(0);
                state = effect.ends() ? -1 : effect.next();
                done[branch]++;
                turns.add(branch);
            }
        }
        return new Path(turns);
    }

    /** The first branch that can go on, or else the first that has steps left. */
    private int next(int state, int[][] group, int[] done) {
        int first = -1;
        for (int branch = 0; branch < group.length; branch++) {
            if (done[branch] < group[branch].length) {
                if (state >= 0
                        && !effects(state, group[branch][done[branch]]).get(0).waits()) {
                    return branch;
                }
                first = first < 0 ? branch : first;
            }
        }
        return first;
    }

    /** What is known before a part; nothing, if it does not matter there. */
    private Knowledge.Known known(Worlds.Origin origin) {
        return remembers(origin.part()) ? knowledge.get(origin.known()) : Knowledge.Known.NOTHING;
    }

    private static Stage.Before before(Worlds.World world, Knowledge.Known known) {
        return new Stage.Before(world.names().with(known.registers()), world.next(), known.notes());
    }

    private boolean play(Stage stage, Worlds.Origin origin) {
        int part = origin.part();
        if (part == BEGINNING) {
            return stage.setScene();
        }
        if (part < end()) {
            Step step = steps.get(part - 1);
            return stage.play(
                    step instanceof Step.Crash crash ? new Step.Crash(crash.info(), origin.disk()) : step, part);
        }
        stage.observeEnd(part, atTheEnd);
        return true;
    }
}
