package io.github.mmaplab.explain;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.kernel.call.Create;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.Store;
import io.github.mmaplab.kernel.call.WriteFile;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.recording.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which act each byte that is seen comes from, found by dyeing: the run is played with other bytes in the place of those
 * that are written, and what is seen then differs just where they are seen. So that not every act needs a play of its
 * own, acts are numbered, and in play number n those write other bytes whose number has bit n.
 */
final class Origins {

    /** No act wrote the byte. */
    static final int NONE = -1;

    private final List<Integer> writers;
    private final Recording recording;
    private final List<List<Machine>> dyed;

    private Origins(Recording recording, List<Integer> writers, List<List<Machine>> dyed) {
        this.recording = recording;
        this.writers = writers;
        this.dyed = dyed;
    }

    static Origins of(Recording recording) {
        List<Integer> writers = new ArrayList<>();
        for (int i = 0; i < recording.acts().size(); i++) {
            Operation operation = recording.acts().get(i).operation();
            if (operation instanceof Store || operation instanceof WriteFile || operation instanceof Create) {
                writers.add(i);
            }
        }
        Map<Integer, Integer> numbers = new HashMap<>();
        writers.forEach(writer -> numbers.put(writer, numbers.size() + 1));
        Replay replay = new Replay(recording);
        List<List<Machine>> dyed = new ArrayList<>();
        for (int bit = 0; writers.size() >> bit > 0; bit++) {
            int plane = bit;
            dyed.add(replay.play(
                            0,
                            Machine.boot(recording.pageSize(), recording.end().rules()),
                            act -> {
                                int number = numbers.getOrDefault(act, 0);
                                Operation operation = recording.acts().get(act).operation();
                                return (number >> plane & 1) == 1 ? inOtherBytes(operation) : operation;
                            })
                    .after());
        }
        return new Origins(recording, writers, dyed);
    }

    /** Looks at bytes on a machine; fewer than there are to be seen, if the rest can't be. */
    interface Reader {
        byte[] read(Machine machine);
    }

    /**
     * For each byte that is seen after an act, which act wrote it, or {@link #NONE}.
     *
     * @param after the act; -1 for the beginning
     */
    int[] seen(int after, Reader reader) {
        if (after < 0) {
            return new int[0];
        }
        byte[] plain = reader.read(recording.acts().get(after).after());
        int[] numbers = new int[plain.length];
        for (int plane = 0; plane < dyed.size(); plane++) {
            byte[] other = reader.read(dyed.get(plane).get(after));
            for (int i = 0; i < Math.min(plain.length, other.length); i++) {
                numbers[i] |= plain[i] == other[i] ? 0 : 1 << plane;
            }
        }
        return Arrays.stream(numbers)
                .map(number -> number == 0 ? NONE : writers.get(number - 1))
                .toArray();
    }

    private static Operation inOtherBytes(Operation operation) {
        if (operation instanceof Store store) {
            return new Store(store.process(), store.address(), other(store.data()), store.onSignal());
        }
        if (operation instanceof WriteFile write) {
            return new WriteFile(write.file(), write.offset(), other(write.data()));
        }
        Create create = (Create) operation;
        return new Create(
                create.file(),
                create.kind(),
                create.writable(),
                create.size(),
                create.pieces().stream()
                        .map(piece -> new Create.Piece(piece.offset(), other(piece.data())))
                        .toList());
    }

    /** As many bytes, none of which is the same. */
    private static Data other(Data data) {
        if (data.repeats().isPresent()) {
            return Data.repeated((byte) ~data.repeats().get(), data.length());
        }
        byte[] bytes = data.bytes();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
        return Data.of(bytes);
    }
}
