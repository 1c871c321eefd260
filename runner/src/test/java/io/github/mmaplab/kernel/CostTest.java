package io.github.mmaplab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.kernel.call.Create;
import io.github.mmaplab.kernel.call.Exit;
import io.github.mmaplab.kernel.call.Fork;
import io.github.mmaplab.kernel.call.Mmap;
import io.github.mmaplab.kernel.call.OnRange;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.Spawn;
import io.github.mmaplab.kernel.call.Store;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.kernel.machine.Transition;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operations cost, in frames and in nodes of page tables: what they touch, and nothing for what is mapped. */
final class CostTest {

    private static final long P = TestMachine.P;
    private static final long START = 1L << 44;
    private static final ProcessId PARENT = new ProcessId(1);
    private static final ProcessId CHILD = new ProcessId(2);

    /** A page table has nine levels, and a node 16 entries. */
    private static final int PATH = 9;

    private Machine machine = Machine.boot(PageSize.FOUR_K, Rules.LINUX);

    private Transition perform(Operation operation) {
        Transition transition = operation.applyTo(machine);
        assertThat(transition.outcome().succeeded()).isTrue();
        machine = transition.machine();
        return transition;
    }

    private void map(long length) {
        perform(new Spawn(PARENT));
        perform(new Mmap(
                PARENT, START, length, Protection.READ_WRITE, Sharing.PRIVATE, EnumSet.of(MapFlag.FIXED), null, 0));
    }

    private Transition store(ProcessId process, long page) {
        return perform(new Store(process, START + page * P, Data.repeated((byte) 'x', 1), OnSignal.HANDLE));
    }

    private long frames() {
        return machine.memory().frames().size();
    }

    @Test
    void a_tebibyte_with_three_pages_written_is_three_pages() {
        map(1L << 40);

        store(PARENT, 0);
        store(PARENT, 1L << 27);
        store(PARENT, (1L << 28) - 1);

        assertThat(frames()).isEqualTo(3);
        assertThat(machine.memory().nextNode()).isLessThanOrEqualTo(1 + 3 * PATH);
        machine.checkInvariants();
    }

    @Test
    void a_tebibyte_goes_as_easily_as_it_came() {
        map(1L << 40);
        store(PARENT, 1L << 27);

        Transition unmapped = perform(new OnRange(PARENT, START, 1L << 40, RangeCall.MUNMAP));

        assertThat(frames()).isZero();
        assertThat(unmapped.events()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 10_000})
    void a_fork_makes_no_frame_and_no_node_however_many_pages_there_are(int pages) {
        map(pages * P);
        for (int i = 0; i < pages; i++) {
            store(PARENT, i);
        }
        long nodes = machine.memory().nextNode();

        Transition forked = perform(new Fork(PARENT, CHILD));

        assertThat(frames()).isEqualTo(pages);
        assertThat(machine.memory().nextNode()).isEqualTo(nodes);
        assertThat(machine.memory().sharers()).as("the root alone").hasSize(1);
        assertThat(forked.events()).hasSize(1);
        machine.checkInvariants();
    }

    @Test
    void a_store_after_a_fork_copies_one_page_and_the_nodes_on_the_way() {
        map(10_000 * P);
        for (int i = 0; i < 10_000; i++) {
            store(PARENT, i);
        }
        perform(new Fork(PARENT, CHILD));
        long nodes = machine.memory().nextNode();

        store(CHILD, 5_000);

        assertThat(frames()).isEqualTo(10_001);
        assertThat(machine.memory().nextNode() - nodes).isEqualTo(PATH);
        assertThat(machine.memory().sharers().size()).isLessThanOrEqualTo(16 * PATH);
        machine.checkInvariants();
    }

    @Test
    void an_end_forgets_a_shared_table_at_once() {
        map(10_000 * P);
        for (int i = 0; i < 10_000; i++) {
            store(PARENT, i);
        }
        perform(new Fork(PARENT, CHILD));

        perform(new Exit(CHILD, 0));

        assertThat(frames()).isEqualTo(10_000);
        assertThat(machine.memory().sharers()).isEmpty();
        perform(new Exit(PARENT, 0));
        assertThat(frames()).isZero();
        machine.checkInvariants();
    }

    @Test
    void a_step_costs_the_same_after_a_hundred_thousand() {
        map(64 * P);
        for (int i = 0; i < 100_000; i++) {
            store(PARENT, i % 64);
        }

        assertThat(frames()).isEqualTo(64);
        assertThat(machine.memory().nextNode()).isLessThanOrEqualTo(1 + 4 + PATH);
    }

    @Test
    void ten_thousand_children_cost_no_page() {
        map(100 * P);
        for (int i = 0; i < 100; i++) {
            store(PARENT, i);
        }

        for (int i = 0; i < 10_000; i++) {
            perform(new Fork(PARENT, new ProcessId(10 + i)));
        }

        assertThat(frames()).isEqualTo(100);
        assertThat(machine.memory().sharers()).hasSize(1);
        machine.checkInvariants();
    }

    @Test
    void what_is_filled_with_one_byte_takes_little_room_and_more_than_there_may_be_is_refused() {
        map(P);
        for (int i = 1; i <= 2; i++) {
            perform(create(i));
        }
        Transition third = create(3).applyTo(machine);
        assertThat(third.outcome()).isInstanceOf(Outcome.Refused.class);
        assertThat(third.machine()).isEqualTo(machine);
    }

    private static Create create(int number) {
        Data gibibyte = Data.repeated((byte) number, 1L << 30);
        return new Create(
                new FileId(number), FileKind.REGULAR, true, gibibyte.length(), List.of(new Create.Piece(0, gibibyte)));
    }
}
