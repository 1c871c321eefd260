package io.github.mmaplab.explain;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.recording.Recording;
import io.github.mmaplab.scenario.model.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes at a place in memory, or the signal that reading them raises.
 *
 * @param location what the question names
 */
record MemoryProbe(Recording recording, Location.InMemory location, ProcessId process, long address, long length)
        implements Probe {

    /** The place, as the question calls it. */
    String place() {
        return Shown.of(location);
    }

    /** Whether the process is there to look. */
    boolean canLook() {
        Look look = look();
        return look.status() != null && look.status().alive();
    }

    private Look look() {
        return Look.memory(recording.end(), process, address, length);
    }

    @Override
    public Object seen(Replay.Played played) {
        return Look.memory(played.end(), process, address, length).seen();
    }

    @Override
    public Watch watch() {
        Lineage lineage = new Lineage(recording);
        List<Watch.Spot> spots = new ArrayList<>();
        for (ProcessId each : lineage.of(process)) {
            spots.add(new Watch.Spot(each, address, length));
        }
        Watch own = Watch.of(recording.end(), spots.subList(0, 1));
        return new Watch(spots, own.parts());
    }

    @Override
    public String answer(Words words) {
        Look look = look();
        if (look.status() == null || !look.status().alive()) {
            return ended(words, process, look.status());
        }
        if (look.fault() == null) {
            return place() + " holds " + ShownBytes.of(look.data());
        }
        return look.data().length() == 0
                ? raises(place(), look.fault())
                : place() + " holds " + ShownBytes.of(look.data()) + "; reading the next byte raises "
                        + look.fault().signal();
    }

    /** That reading a place raises a signal. */
    static String raises(String place, Outcome.Signalled fault) {
        return "reading " + place + " raises " + fault.signal() + " (" + fault.code() + ")";
    }

    /** That the process has ended and can't look any more. */
    static String ended(Words words, ProcessId process, @Nullable ProcessStatus status) {
        String name = words.names().of(process);
        return status instanceof ProcessStatus.Killed killed
                ? name + " has been killed by " + killed.signal() + " and has no memory"
                : name + " has exited and has no memory";
    }

    @Override
    public List<MemoryProbe> places() {
        return List.of(this);
    }

    @Override
    public List<State> states() {
        return new States(recording).memory(process, address, length);
    }

    @Override
    public boolean showsBytes() {
        return true;
    }

    /** Before its fork, what the process shows whose memory becomes its own. */
    @Override
    public byte[] bytes(Machine machine) {
        ProcessId then = new Lineage(recording).on(machine, process);
        return then == null
                ? new byte[0]
                : Look.memory(machine, then, address, length).data().bytes();
    }
}
