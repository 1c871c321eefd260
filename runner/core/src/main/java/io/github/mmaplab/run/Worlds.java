package io.github.mmaplab.run;

import io.github.mmaplab.kernel.machine.Canonical;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.search.Vectors;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The worlds of a search, each by a number from 0: a machine, and what names mean on it. Of a world that the search has
 * passed, its canonical form and its origin are kept; if its machine is needed once more, it is made again from these.
 */
final class Worlds {
    /** The numbers at the end of a key: of names, and both halves of an address. */
    private static final int REST = 3;

    /** The world in which everything begins, from which any other one can be reached again. */
    private static final int FIRST = 0;

    private final Set<Canonical.Part> without;
    private final Player player;
    /** For each world, the parts of the canonical form of its machine, its names and its next address. */
    private final Vectors keys = new Vectors();

    private final Numbered<List<Object>, List<Object>> forms = new Numbered<>();
    private final Numbered<SymbolTable.Names, SymbolTable.Names> names = new Numbered<>();
    private final List<@Nullable Machine> machines = new ArrayList<>();
    private final List<Origin> origins = new ArrayList<>();
    private BitSet kept = new BitSet();
    private BitSet reached = new BitSet();

    /**
     * A world.
     *
     * @param next where the next mapping goes that the scenario does not place
     */
    record World(Machine machine, SymbolTable.Names names, long next) {}

    /**
     * How a world is reached.
     *
     * @param world from which one
     * @param known what was known there
     * @param disk if the part is a crash, which disk it leaves
     */
    record Origin(int world, int known, int part, int disk) {
        /** Where everything begins. */
        static final Origin START = new Origin(-1, -1, -1, 0);
    }

    /** Plays a part once more. */
    interface Player {
        /** The machine of the world that a part leads to. */
        Machine play(World before, Origin origin);
    }

    /**
     * No worlds.
     *
     * @param without what does not make a difference between two machines
     */
    Worlds(Set<Canonical.Part> without, Player player) {
        this.without = without;
        this.player = player;
    }

    /** The number of a world, which is added if it is not there. */
    int number(Machine machine, Stage.Before after, Origin origin) {
        SymbolTable.Names known = after.names().with(Registers.NONE);
        List<List<Object>> form = Canonical.of(machine, without);
        int[] key = new int[form.size() + REST];
        for (int i = 0; i < form.size(); i++) {
            key[i] = forms.number(form.get(i), form.get(i));
        }
        key[form.size()] = names.number(known, known);
        key[form.size() + 1] = (int) (after.next() >>> Integer.SIZE);
        key[form.size() + 2] = (int) after.next();
        int world = keys.number(key);
        if (world == machines.size()) {
            machines.add(machine);
            origins.add(origin);
        } else if (machines.get(world) == null) {
            machines.set(world, machine);
        }
        reach(world);
        return world;
    }

    /** Notes that the search has reached a world. */
    void reach(int world) {
        reached.set(world);
    }

    /** Forgets the machines of all worlds that have not been reached since this was asked for last, but for the first. */
    void pass() {
        kept.andNot(reached);
        kept.clear(FIRST);
        kept.stream().forEach(world -> machines.set(world, null));
        kept = reached;
        reached = new BitSet();
    }

    World get(int world) {
        Machine machine = machines.get(world);
        return world(world, machine == null ? again(world) : machine);
    }

    private World world(int world, Machine machine) {
        int rest = keys.length(world) - REST;
        long next = ((long) keys.get(world, rest + 1) << Integer.SIZE) | (keys.get(world, rest + 2) & 0xFFFF_FFFFL);
        return new World(machine, names.get(keys.get(world, rest)), next);
    }

    /** Makes the machine of a world again, from the nearest one before it that has been kept. */
    private Machine again(int world) {
        Deque<Integer> passed = new ArrayDeque<>();
        int at = world;
        Machine machine = null;
        while (machine == null) {
            passed.push(at);
            at = origins.get(at).world();
            machine = machines.get(at);
        }
        for (int each : passed) {
            machine = player.play(world(at, machine), origins.get(each));
            at = each;
        }
        machines.set(world, machine);
        kept.set(world);
        return machine;
    }
}
