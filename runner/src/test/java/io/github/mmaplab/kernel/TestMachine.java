package io.github.mmaplab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.call.Create;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.Spawn;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Myth;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.kernel.machine.Transition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A machine that tests play on. After every operation it checks what holds of all of them: the invariants of the
 * machine, and that the operation is a pure function, so that the machine before is as it was and doing it again comes
 * to the same.
 */
final class TestMachine {

    /** One page, in bytes. */
    static final long P = 4096;

    private static final long ROOM = 1L << 34;

    private final SimulatedKernel kernel;
    private final Map<FileId, String> names = new HashMap<>();
    private List<Event> events = List.of();
    private int processes;
    private long nextRoom = (1L << 44) + (1L << 33);

    private TestMachine(Rules rules) {
        kernel = new SimulatedKernel(Machine.boot(PageSize.FOUR_K, rules));
    }

    static TestMachine linux() {
        return new TestMachine(Rules.LINUX);
    }

    /** A kernel that lacks one rule. */
    static TestMachine without(Rule rule) {
        return new TestMachine(Rules.LINUX.without(rule));
    }

    /** A kernel of which a myth is true. */
    static TestMachine believing(Myth myth) {
        return new TestMachine(Rules.LINUX.believing(myth));
    }

    /** A process without relatives. */
    TestProcess process() {
        ProcessId id = nextProcess();
        perform(new Spawn(id));
        return new TestProcess(this, id);
    }

    /** A regular file that holds a text. */
    TestFile file(String name, String text) {
        return file(name, FileKind.REGULAR, text);
    }

    /** A file of any kind that holds a text. */
    TestFile file(String name, FileKind kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return file(name, kind, true, bytes.length, List.of(new Create.Piece(0, Data.of(bytes))));
    }

    /** A file of whole pages: page 0 is full of A, page 1 of B, and so on. */
    TestFile filled(String name, FileKind kind, int pages) {
        List<Create.Piece> pieces = new ArrayList<>();
        for (int i = 0; i < pages; i++) {
            pieces.add(new Create.Piece(i * P, Data.repeated((byte) ('A' + i), P)));
        }
        return file(name, kind, true, pages * P, pieces);
    }

    /** A file in which nothing has been written. */
    TestFile hole(String name, FileKind kind, long size) {
        return file(name, kind, true, size, List.of());
    }

    /** A regular file that may not be opened for writing. */
    TestFile readOnly(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return file(name, FileKind.REGULAR, false, bytes.length, List.of(new Create.Piece(0, Data.of(bytes))));
    }

    private TestFile file(String name, FileKind kind, boolean writable, long size, List<Create.Piece> pieces) {
        FileId id = new FileId(names.size());
        names.put(id, name);
        perform(new Create(id, kind, writable, size, pieces));
        return new TestFile(this, id);
    }

    ProcessId nextProcess() {
        return new ProcessId(processes++);
    }

    /** The beginning of a range that nobody uses, with free addresses on both sides. */
    long room(long length) {
        long room = nextRoom;
        nextRoom += ROOM + (length + ROOM - 1) / ROOM * ROOM;
        return room;
    }

    /** Performs an operation, and checks what must hold of every operation. */
    Outcome perform(Operation operation) {
        Machine before = kernel.machine();
        String picture = MachineText.of(before);
        Completion completion = kernel.perform(operation);
        kernel.machine().checkInvariants();
        assertThat(MachineText.of(before))
                .as("the machine before %s", operation)
                .isEqualTo(picture);
        Transition again = operation.applyTo(before);
        assertThat(again.outcome()).as("%s once more", operation).isEqualTo(completion.outcome());
        assertThat(again.events()).as("%s once more", operation).isEqualTo(completion.events());
        assertThat(MachineText.of(again.machine()))
                .as("%s once more", operation)
                .isEqualTo(MachineText.of(kernel.machine()));
        events = completion.events();
        return completion.outcome();
    }

    SimulatedKernel kernel() {
        return kernel;
    }

    /** What happened inside the last operation. */
    List<Event> events() {
        return events;
    }

    /** How many physical pages are in use. */
    long pages() {
        return use().pages();
    }

    /** How many pages have been copied because of a store. */
    long copies() {
        return use().copies();
    }

    private MemoryUse use() {
        return ((Answer.Known<MemoryUse>) kernel.memoryUse()).value();
    }

    String name(FileId file) {
        String name = names.get(file);
        return name == null ? "nameless" : name;
    }
}
