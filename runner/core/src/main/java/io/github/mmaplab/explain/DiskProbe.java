package io.github.mmaplab.explain;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.kernel.Answer;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.recording.Recording;
import java.util.List;

/**
 * What of a file would be left after a crash.
 *
 * @param place as the question calls it
 */
record DiskProbe(Recording recording, String place, FileId file, long offset, long length) implements Probe {

    private Data on(Machine machine) {
        boolean there = machine.files().containsKey(file);
        int count = (int) Math.min(length, Load.MOST_BYTES);
        return there && new SimulatedKernel(machine).onDisk(file, offset, count) instanceof Answer.Known<Data> known
                ? known.value()
                : Data.EMPTY;
    }

    @Override
    public Object seen(Replay.Played played) {
        return on(played.end());
    }

    @Override
    public Watch watch() {
        return Watch.of(file, offset, length);
    }

    @Override
    public String answer(Words words) {
        Data data = on(recording.end());
        return data.length() == 0
                ? "on the disk, there is nothing at " + place
                : "on the disk, " + place + " holds " + ShownBytes.of(data);
    }

    @Override
    public List<State> states() {
        return new States(recording).file(file, offset, length).subList(0, 1);
    }

    @Override
    public boolean showsBytes() {
        return true;
    }

    @Override
    public byte[] bytes(Machine machine) {
        return on(machine).bytes();
    }
}
