package io.github.mmaplab.explain;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.recording.Recording;
import java.util.List;

/**
 * The bytes of a file, as read(2) sees them.
 *
 * @param place as the question calls it
 */
record FileProbe(Recording recording, String place, FileId file, long offset, long length) implements Probe {

    @Override
    public Object seen(Replay.Played played) {
        return AttachedProbe.isDestroyed(played.end(), file)
                ? AttachedProbe.DESTROYED
                : Look.file(played.end(), file, offset, length).seen();
    }

    @Override
    public Watch watch() {
        return Watch.of(file, offset, length);
    }

    @Override
    public String answer(Words words) {
        Data data = Look.file(recording.end(), file, offset, length).data();
        if (data.length() == 0) {
            long size = recording.end().file(file).size();
            String name = words.names().of(file);
            return size == 0
                    ? name + " is empty"
                    : name + " is " + Counted.bytes(size) + " long, and ends before " + place;
        }
        return place + " holds " + ShownBytes.of(data) + (data.length() < length ? ", and there the file ends" : "");
    }

    @Override
    public List<State> states() {
        return new States(recording).file(file, offset, length);
    }

    @Override
    public boolean showsBytes() {
        return true;
    }

    @Override
    public byte[] bytes(Machine machine) {
        return Look.file(machine, file, offset, length).data().bytes();
    }
}
