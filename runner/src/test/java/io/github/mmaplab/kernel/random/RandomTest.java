package io.github.mmaplab.kernel.random;

import static io.github.mmaplab.kernel.random.NaiveFile.P;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.Answer;
import io.github.mmaplab.kernel.Completion;
import io.github.mmaplab.kernel.MappingView;
import io.github.mmaplab.kernel.MemoryUse;
import io.github.mmaplab.kernel.Rest;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.call.Mremap;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.ReadFile;
import io.github.mmaplab.kernel.call.Transfer;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Myth;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.kernel.machine.Transition;
import io.github.mmaplab.kernel.memory.AddressSpace;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of operations by chance, always the same. Whatever they do, the machine keeps its invariants, and every
 * process and file shows what it shows on {@link NaiveMachine}.
 */
final class RandomTest {

    private static final int OPERATIONS = 1_000;

    /** How often everything is looked at, and not only what the operation came to. */
    private static final int EVERY = 20;

    private final SimulatedKernel kernel = SimulatedKernel.linux(PageSize.FOUR_K);
    private final NaiveMachine naive = new NaiveMachine();
    private final Deque<Operation> story = new ArrayDeque<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void does_what_the_naive_machine_does(long seed) {
        RandomOperations operations = new RandomOperations(seed);
        for (int i = 0; i < OPERATIONS; i++) {
            Operation operation = operations.next(kernel.machine());
            story.addLast(operation);
            if (story.size() > 40) {
                story.removeFirst();
            }
            try {
                step(operation, i % EVERY == 0);
            } catch (RuntimeException | AssertionError wrong) {
                throw new AssertionError("seed " + seed + ", operation " + i + ", after " + story, wrong);
            }
        }
    }

    private void step(Operation operation, boolean lookAround) {
        if (operation instanceof Transfer && operation.applyTo(kernel.machine()).outcome() instanceof Outcome.Refused) {
            return;
        }
        String expected = operation instanceof Mremap call
                ? new NaiveMremap(naive, naive.space(call.process())).mremap(call, mapping(kernel, call))
                : naive.apply(operation);
        Machine before = kernel.machine();

        Completion completion = kernel.perform(operation);

        assertThat(word(completion.outcome())).as("%s", operation).isEqualTo(expected);
        kernel.machine().checkInvariants();
        assertThat(kernel.memoryUse()).isEqualTo(new Answer.Known<>(new MemoryUse(naive.pagesInUse(), naive.copies)));
        if (lookAround) {
            Transition again = operation.applyTo(before);
            assertThat(again.outcome()).isEqualTo(completion.outcome());
            assertThat(again.events()).isEqualTo(completion.events());
            naive.processes.keySet().forEach(this::compare);
            naive.files.keySet().forEach(this::compare);
            compareFrames();
        }
    }

    /** The pages of the mapping that the old address is in. */
    static NaiveMremap.Pages mapping(SimulatedKernel kernel, Mremap call) {
        Optional<MappingView> mapping = kernel.mapping(call.process(), call.address());
        return mapping.map(found -> new NaiveMremap.Pages(found.start() / P, (found.start() + found.length()) / P))
                .orElse(new NaiveMremap.Pages(0, 0));
    }

    private static String word(Outcome outcome) {
        if (outcome instanceof Outcome.Ok ok) {
            return "ok " + ok.value();
        } else if (outcome instanceof Outcome.Done done) {
            return "ok " + Arrays.hashCode(done.data().bytes());
        } else if (outcome instanceof Outcome.Failed failed) {
            return failed.errno().name();
        } else if (outcome instanceof Outcome.Signalled signalled) {
            return signalled.signal() + " " + signalled.code() + " " + signalled.address();
        }
        return outcome.toString();
    }

    /** Looks at every page of a process, without touching it. */
    private void compare(ProcessId process) {
        compare(process, RandomOperations.START / P, 4 * RandomOperations.ROOM);
        compare(process, AddressSpace.HEAP_START / P, 2 * RandomOperations.HEAP);
    }

    private void compare(ProcessId process, long first, long count) {
        Map<Long, NaiveSlot> space = naive.space(process);
        for (long page = first - 1; page < first + count; page++) {
            NaiveSlot slot = space.get(page);
            Optional<MappingView> mapping = kernel.mapping(process, page * P);
            assertThat(mapping.isPresent()).as("%s page %s", process, page).isEqualTo(slot != null);
            if (slot == null || mapping.isEmpty()) {
                continue;
            }
            assertThat(mapping.get().protection()).isEqualTo(slot.protection);
            assertThat(mapping.get().shared()).isEqualTo(slot.shared);
            if (slot.protection.allowsLoad() && !slot.cannotBeFaultedIn()) {
                Operation load = new Load(process, page * P, P, OnSignal.HANDLE);
                assertThat(load.applyTo(kernel.machine()).outcome())
                        .as("%s page %s", process, page)
                        .isEqualTo(new Outcome.Done(content(slot)));
            }
            if (slot.own != null || slot.file != null) {
                assertThat(kernel.resident(process, page * P)).isEqualTo(new Answer.Known<>(slot.frame() != null));
            }
        }
    }

    private static Data content(NaiveSlot slot) {
        byte[] bytes = new byte[P];
        for (int i = 0; i < P; i++) {
            bytes[i] = slot.peek(i);
        }
        return Data.of(bytes);
    }

    private void compare(FileId id) {
        NaiveFile file = naive.file(id);
        assertThat(kernel.size(id)).isEqualTo(file.size);
        byte[] bytes = new byte[(int) file.size];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = file.peek(i);
        }
        Transition read = new ReadFile(id, 0, file.size + 1).applyTo(kernel.machine());
        assertThat(read.outcome()).isEqualTo(new Outcome.Done(Data.of(bytes)));
        assertThat(kernel.onDisk(id, 0, file.disk.length + 1)).isEqualTo(new Answer.Known<>(Data.of(file.disk)));
        for (int from = 0; from <= bytes.length; from += P / 2) {
            assertThat(kernel.rest(id, from)).isEqualTo(new Answer.Known<>(rest(bytes, from)));
        }
        assertThat(kernel.restOnDisk(id, 1)).isEqualTo(new Answer.Known<>(rest(file.disk, 1)));
    }

    private static Optional<Rest> rest(byte[] bytes, int from) {
        int first = from;
        while (first < bytes.length && bytes[first] == 0) {
            first++;
        }
        return first >= bytes.length
                ? Optional.empty()
                : Optional.of(new Rest(
                        first,
                        Data.of(Arrays.copyOfRange(bytes, first, Math.min(bytes.length, first + Rest.MOST_BYTES)))));
    }

    /** Two places have one frame if they have one array, and the other way round. */
    private void compareFrames() {
        Map<FrameId, Object> arrays = new HashMap<>();
        Object zeros = new Object();
        naive.processes.forEach((process, space) -> space.forEach((page, slot) -> {
            if (kernel.frame(process, page * P) instanceof Answer.Known<FrameId> frame) {
                Object array = slot.frame() == null ? zeros : slot.frame();
                Object seen = arrays.putIfAbsent(frame.value(), array);
                assertThat(seen == null || seen == array)
                        .as("one array for %s", frame)
                        .isTrue();
                assertThat(array == zeros).isEqualTo(frame.value().isZeroPage());
            }
        }));
        assertThat(arrays.values().stream().distinct().count()).isEqualTo(arrays.size());
    }

    /** Kernels that lack any rules at all still keep their books. */
    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104, 105, 106})
    void keeps_its_invariants_whatever_rules_are_missing(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Rules rules = Rules.LINUX;
        for (Rule rule : Rule.values()) {
            rules = random.nextInt(3) == 0 ? rules.without(rule) : rules;
        }
        for (Myth myth : Myth.values()) {
            rules = random.nextInt(3) == 0 ? rules.believing(myth) : rules;
        }
        SimulatedKernel mistaken = new SimulatedKernel(Machine.boot(PageSize.FOUR_K, rules));
        RandomOperations operations = new RandomOperations(seed);
        for (int i = 0; i < OPERATIONS; i++) {
            mistaken.perform(operations.next(mistaken.machine()));
            mistaken.machine().checkInvariants();
        }
    }

    @ParameterizedTest
    @EnumSource
    void keeps_its_invariants_without(Rule rule) {
        keepsItsInvariants(Rules.LINUX.without(rule));
    }

    @ParameterizedTest
    @EnumSource
    void keeps_its_invariants_believing(Myth myth) {
        keepsItsInvariants(Rules.LINUX.believing(myth));
    }

    private static void keepsItsInvariants(Rules rules) {
        SimulatedKernel mistaken = new SimulatedKernel(Machine.boot(PageSize.FOUR_K, rules));
        RandomOperations operations = new RandomOperations(7);
        for (int i = 0; i < OPERATIONS; i++) {
            mistaken.perform(operations.next(mistaken.machine()));
            mistaken.machine().checkInvariants();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16384, 65536})
    void keeps_its_invariants_whatever_the_size_of_pages(int bytes) {
        SimulatedKernel large = SimulatedKernel.linux(new PageSize(bytes));
        RandomOperations operations = new RandomOperations(bytes);
        for (int i = 0; i < OPERATIONS; i++) {
            Operation operation = operations.next(large.machine());
            try {
                large.perform(operation);
            } catch (IllegalArgumentException unaligned) {
                continue; // the story is told in pages of 4096 bytes
            }
            large.machine().checkInvariants();
        }
    }
}
