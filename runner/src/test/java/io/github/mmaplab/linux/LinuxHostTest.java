package io.github.mmaplab.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import io.github.mmaplab.kernel.Answer;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.KernelLostException;
import io.github.mmaplab.kernel.Rest;
import io.github.mmaplab.kernel.call.Create;
import io.github.mmaplab.kernel.call.Fork;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.call.Mmap;
import io.github.mmaplab.kernel.call.OnFile;
import io.github.mmaplab.kernel.call.OnRange;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.Spawn;
import io.github.mmaplab.kernel.call.Store;
import io.github.mmaplab.kernel.call.WriteFile;
import io.github.mmaplab.kernel.machine.Trait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of processes, files and answers when things go wrong on the real kernel. */
@Timeout(60)
final class LinuxHostTest {

    private static final ProcessId ALICE = new ProcessId(0);
    private static final ProcessId BOB = new ProcessId(1);
    private static final FileId FILE = new FileId(0);
    private static final FileId SHARED_MEMORY = new FileId(1);
    private static final long PLACE = 1L << 44;

    @SuppressWarnings("NullAway.Init") // set before each test, or it does not run
    private LinuxHost host;

    @BeforeEach
    void start() {
        try {
            host = LinuxHost.start();
        } catch (LinuxUnavailableException e) {
            abort("the real kernel was not asked: " + e.getMessage());
        }
    }

    /** Says so where this machine has no shared memory objects. */
    private void assumeSharedMemory() {
        assumeThat(host.lacking()).as("NOT RUN: " + Trait.SHARED_MEMORY.lack()).doesNotContain(Trait.SHARED_MEMORY);
    }

    @AfterEach
    void stop() {
        if (host != null) {
            host.close();
        }
    }

    @Test
    void performs_every_operation() {
        assertThat(((LinuxKernel) boot()).performs())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Operation.class.getPermittedSubclasses())
                        .<Class<? extends Operation>>map(type -> type.asSubclass(Operation.class))
                        .toList());
    }

    @Test
    void a_killed_process_ends_its_scenario_and_no_other() {
        Kernel kernel = boot();
        kernel.perform(new Spawn(ALICE));
        processes().forEach(ProcessHandle::destroyForcibly);
        assertThatThrownBy(() -> kernel.perform(new Load(ALICE, PLACE, 1, OnSignal.HANDLE)))
                .isInstanceOf(KernelLostException.class)
                .hasMessageContaining("killed from outside");
        assertStoreIsSeen(boot());
    }

    @Test
    void a_killed_agent_ends_its_scenario_and_no_other() {
        assumeSharedMemory();
        Kernel kernel = boot();
        kernel.perform(new Create(FILE, FileKind.REGULAR, true, 1, List.of()));
        kernel.perform(new Create(SHARED_MEMORY, FileKind.SHM, true, 1, List.of()));
        kernel.perform(new Spawn(ALICE));
        agent().destroyForcibly();
        assertThatThrownBy(() -> kernel.perform(new Load(ALICE, PLACE, 1, OnSignal.HANDLE)))
                .isInstanceOf(KernelLostException.class)
                .hasMessageContaining("the agent has ended");
        Kernel next = boot();
        next.perform(new Create(FILE, FileKind.REGULAR, true, 1, List.of()));
        next.perform(new Create(SHARED_MEMORY, FileKind.SHM, true, 1, List.of()));
        assertThat(next.size(FILE)).isEqualTo(1);
        assertStoreIsSeen(next);
    }

    @Test
    void more_processes_than_there_is_room_for_are_refused_by_name() {
        Kernel kernel = boot();
        kernel.perform(new Spawn(ALICE));
        for (Operation operation : List.of(new Spawn(new ProcessId(64)), new Fork(ALICE, new ProcessId(64)))) {
            assertThat(kernel.perform(operation).outcome())
                    .isEqualTo(Outcome.Refused.onThisMachine("more than 64 processes"));
        }
    }

    @Test
    void a_scenario_cannot_use_up_the_machine() {
        assumeSharedMemory();
        Kernel kernel = boot();
        kernel.perform(new Create(FILE, FileKind.SHM, true, 1, List.of()));
        kernel.perform(new Spawn(ALICE));
        Data much = Data.repeated((byte) 1, 200L << 20);
        WriteFile write = new WriteFile(FILE, 0, much);
        assertThat(kernel.perform(write).outcome()).isEqualTo(new Outcome.Ok(much.length()));
        assertThat(kernel.perform(write).outcome()).isEqualTo(new Outcome.Ok(much.length()));
        long rest = 120L << 20;
        for (Operation operation : List.of(
                write,
                new Mmap(
                        ALICE,
                        PLACE,
                        rest,
                        Protection.READ_WRITE,
                        Sharing.SHARED,
                        Set.of(MapFlag.POPULATE),
                        null,
                        0))) {
            assertThat(kernel.perform(operation).outcome()).isInstanceOf(Outcome.Refused.class);
        }
        kernel.perform(new Mmap(ALICE, PLACE, rest, Protection.READ_WRITE, Sharing.SHARED, Set.of(), null, 0));
        for (Operation operation : List.of(
                new OnRange(ALICE, PLACE, rest, RangeCall.MADVISE, Advice.POPULATE_WRITE),
                new Store(ALICE, PLACE, Data.repeated((byte) 1, rest), OnSignal.HANDLE))) {
            assertThat(kernel.perform(operation).outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.what()).contains("more than 512 MiB of memory and files"));
        }
    }

    @Test
    void what_killed_hosts_have_left_is_swept_away() throws Exception {
        assumeSharedMemory();
        Path folder = Files.createDirectory(host.folder().resolveSibling("mmaplab-left"));
        Path shared = Files.writeString(Path.of("/dev/shm/mmaplab-left-f0"), "x");
        Files.writeString(folder.resolve("f0"), "x");
        try (LinuxHost young = LinuxHost.start()) {
            assertThat(folder).as("it may be about to be used").exists();
            assertThat(host.folder())
                    .as(young.folder() + " is not the only one")
                    .exists();
        }
        age(folder);
        age(host.folder());
        try (LinuxHost other = LinuxHost.start()) {
            assertThat(other.folder()).exists();
            assertThat(folder).doesNotExist();
            assertThat(shared).doesNotExist();
            assertThat(host.folder()).as("it is locked").exists();
        }
        assertStoreIsSeen(boot());
    }

    /** Makes a folder older than those that may be about to be used. */
    private static void age(Path folder) throws IOException {
        Files.setLastModifiedTime(folder, FileTime.fromMillis(0));
    }

    @Test
    void a_machine_says_which_traits_it_lacks() throws Exception {
        assertThat(host.lacking()).isEqualTo(boot().lacking());
        try (LinuxHost other = LinuxHost.startWithout(Set.of(Trait.ZERO_PAGE, Trait.PAGE_TABLES_SHOWN))) {
            assertThat(other.lacking())
                    .contains(Trait.ZERO_PAGE, Trait.PAGE_TABLES_SHOWN)
                    .containsAll(host.lacking().stream()
                            .filter(trait -> trait != Trait.FRAME_NUMBERS_SHOWN)
                            .toList());
        }
        assertThatThrownBy(() -> LinuxHost.startWithout(Set.of(Trait.DISK)))
                .hasMessage(
                        "MMAPLAB_WITHOUT names `disk`, and knows zero-page, frame-numbers-shown, page-tables-shown");
    }

    @Test
    void nothing_is_left_behind() throws Exception {
        assumeSharedMemory();
        Kernel kernel = boot();
        kernel.perform(new Create(FILE, FileKind.REGULAR, true, 1, List.of()));
        kernel.perform(new Create(SHARED_MEMORY, FileKind.SHM, true, 1, List.of()));
        kernel.perform(new Spawn(ALICE));
        kernel.perform(new Fork(ALICE, BOB));
        List<ProcessHandle> processes = processes();
        assertThat(processes).hasSizeGreaterThanOrEqualTo(2);
        assertThat(left()).hasSize(2);
        host.close();
        for (ProcessHandle process : processes) {
            assertThat(process.onExit().get().isAlive()).isFalse();
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void processes_follow_an_agent_that_is_killed() throws Exception {
        Kernel kernel = boot();
        kernel.perform(new Spawn(ALICE));
        kernel.perform(new Fork(ALICE, BOB));
        List<ProcessHandle> processes = processes();
        agent().destroyForcibly();
        for (ProcessHandle process : processes) {
            assertThat(process.onExit().get().isAlive()).isFalse();
        }
    }

    @Test
    void a_process_that_dies_of_a_signal_tells_where() {
        Kernel kernel = boot();
        kernel.perform(new Spawn(ALICE));
        kernel.perform(anonymous(ALICE));
        Outcome outcome = kernel.perform(
                        new Store(ALICE, PLACE + 4090, Data.repeated((byte) 1, 10), OnSignal.DEFAULT_ACTION))
                .outcome();
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Signalled.class, signalled -> {
            assertThat(signalled.signal()).isEqualTo(Signal.SIGSEGV);
            assertThat(signalled.code()).isEqualTo(SignalCode.SEGV_MAPERR);
            assertThat(signalled.address()).isEqualTo(PLACE + 4096);
        });
        assertThat(kernel.status(ALICE)).isEqualTo(new ProcessStatus.Killed(Signal.SIGSEGV));
    }

    @Test
    void what_follows_in_a_file_is_found_across_a_hole_of_tebibytes() {
        Kernel kernel = boot();
        long far = 1L << 42;
        kernel.perform(new Create(FILE, FileKind.REGULAR, true, 1, List.of()));
        kernel.perform(new OnFile(FILE, 0, far + 4096, FileCall.TRUNCATE, Argument.NONE));
        assertThat(kernel.rest(FILE, 0)).isEqualTo(new Answer.Known<>(Optional.empty()));
        Data data = Data.of(new byte[] {'X', 0, 'Y'});
        kernel.perform(new WriteFile(FILE, far + 4093, data));
        assertThat(kernel.rest(FILE, 1)).isEqualTo(new Answer.Known<>(Optional.of(new Rest(far + 4093, data))));
        assertThat(kernel.rest(FILE, far + 4096)).isEqualTo(new Answer.Known<>(Optional.empty()));
        assertThat(kernel.rest(FILE, far + 5000)).isEqualTo(new Answer.Known<>(Optional.empty()));
    }

    @Test
    void the_memory_of_the_agent_is_out_of_bounds() {
        Kernel kernel = boot();
        kernel.perform(new Spawn(ALICE));
        assertThat(kernel.perform(new OnRange(ALICE, 0x400000, 4096, RangeCall.MUNMAP))
                        .outcome())
                .isInstanceOf(Outcome.Refused.class);
        assertStoreIsSeen(kernel);
    }

    @Test
    void a_process_of_the_next_scenario_has_nothing_of_the_last() {
        assertStoreIsSeen(boot());
        Kernel kernel = boot();
        kernel.perform(new Spawn(ALICE));
        assertThat(kernel.mappings(ALICE)).isEmpty();
        assertThat(kernel.snapshot().processes()).hasSize(1);
    }

    private Kernel boot() {
        return host.boot(host.pageSize());
    }

    private static void assertStoreIsSeen(Kernel kernel) {
        if (kernel.snapshot().processes().isEmpty()) {
            kernel.perform(new Spawn(ALICE));
        }
        kernel.perform(anonymous(ALICE));
        Data data = Data.of(new byte[] {1, 2, 3});
        kernel.perform(new Store(ALICE, PLACE, data, OnSignal.HANDLE));
        assertThat(kernel.perform(new Load(ALICE, PLACE, 3, OnSignal.HANDLE)).outcome())
                .isEqualTo(new Outcome.Done(data));
    }

    private static Mmap anonymous(ProcessId process) {
        return new Mmap(process, PLACE, 4096, Protection.READ_WRITE, Sharing.PRIVATE, Set.of(), null, 0);
    }

    private static ProcessHandle agent() {
        Optional<ProcessHandle> agent = ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").contains("mmaplab"))
                .reduce((first, last) -> last);
        return agent.orElseThrow();
    }

    /** Those of the scenario. */
    private static List<ProcessHandle> processes() {
        return agent().children().toList();
    }

    /** The folder of the host, and its shared memory. */
    private List<Path> left() throws IOException {
        List<Path> left = new ArrayList<>();
        for (Path folder : List.of(host.folder().resolveSibling("."), Path.of("/dev/shm"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString()
                                .contains(String.valueOf(host.folder().getFileName())))
                        .forEach(left::add);
            }
        }
        return left;
    }
}
