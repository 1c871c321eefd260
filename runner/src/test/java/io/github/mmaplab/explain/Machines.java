package io.github.mmaplab.explain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.explain.fact.Deed;
import io.github.mmaplab.explain.fact.Fault;
import io.github.mmaplab.explain.fact.Page;
import io.github.mmaplab.explain.fact.Stored;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.call.ReadFile;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.memory.Frame;
import io.github.mmaplab.kernel.memory.Mapping;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A machine before and after an act, and what the checker asks machines. */
record Machines(Machine before, Machine after) {

    static @Nullable Mapping mapping(Machine machine, ProcessId process, long address) {
        return machine.process(process).space().find(address);
    }

    /** The mapping at an address where there must be one. */
    static Mapping mapped(Machine machine, ProcessId process, long address) {
        return requireNonNull(mapping(machine, process, address), "there is no mapping");
    }

    static @Nullable FrameId frame(Machine machine, ProcessId process, long address) {
        return machine.processes().containsKey(process)
                ? machine.process(process).space().frame(machine.pageSize().number(address))
                : null;
    }

    static byte[] bytes(Machine machine, ProcessId process, long address, int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; ) {
            int within = machine.pageSize().offset(address + i);
            int part = Math.min(count - i, machine.pageSize().bytes() - within);
            machine.memory()
                    .content(requireNonNull(frame(machine, process, address + i)), machine.pageSize())
                    .copy(within, bytes, i, part);
            i += part;
        }
        return bytes;
    }

    static byte[] bytes(Machine machine, FileId file, long offset, int count) {
        if (count == 0) {
            return new byte[0];
        }
        return ((Outcome.Done)
                        new ReadFile(file, offset, count).applyTo(machine).outcome())
                .data()
                .bytes();
    }

    /** The page of a file that a position is in, past its end too. */
    static byte[] page(Machine machine, FileId file, long position) {
        byte[] bytes = new byte[machine.pageSize().bytes()];
        FrameId frame = machine.file(file).pages().get(machine.pageSize().number(position));
        if (frame != null) {
            machine.memory().content(frame, machine.pageSize()).copy(0, bytes, 0, bytes.length);
        }
        return bytes;
    }

    static boolean isPrivate(Machine machine, FrameId frame) {
        Frame found = machine.memory().frame(frame);
        return !frame.isZeroPage() && found != null && !found.cached();
    }

    static void isPrivate(Machine machine, Page.Own page) {
        assertThat(isPrivate(machine, page.frame())).isTrue();
    }

    static void isWhatItSays(Machine machine, Page page) {
        if (page instanceof Page.OfFile file) {
            assertThat(machine.file(file.file()).pages().get(file.index())).isEqualTo(file.frame());
        } else if (page instanceof Page.Own own) {
            isPrivate(machine, own);
        } else {
            assertThat(page.frame()).isEqualTo(FrameId.ZERO);
        }
    }

    /** The processes that have a page anywhere. */
    static List<ProcessId> owners(Machine machine, FrameId frame) {
        List<ProcessId> owners = new ArrayList<>();
        machine.processes()
                .forEach((id, process) -> process.space().table().forEach(0, Long.MAX_VALUE, (page, found) -> {
                    if (found.equals(frame) && !owners.contains(id)) {
                        owners.add(id);
                    }
                }));
        return owners;
    }

    /** Whether an access really stops there, and for the reason given. */
    static void stops(Machine machine, ProcessId process, Deed.Stop stop, boolean store) {
        faults(machine, process, stop.address(), stop.fault(), store);
    }

    static void faults(Machine machine, ProcessId process, long address, Fault fault, boolean store) {
        Mapping mapping = mapping(machine, process, address);
        if (fault instanceof Fault.Forbidden forbidden) {
            Protection protection = requireNonNull(mapping).protection();
            assertThat(protection).isEqualTo(forbidden.protection());
            assertThat(store ? protection.write() : protection.allowsLoad()).isFalse();
        } else if (fault instanceof Fault.PastTheEnd past) {
            assertThat(requireNonNull(mapping).file()).isEqualTo(past.file());
            assertThat(machine.file(past.file()).size()).isEqualTo(past.size());
            assertThat((mapping.offset() + address - mapping.start())
                            / machine.pageSize().bytes())
                    .isEqualTo(past.page());
            assertThat(past.page() * machine.pageSize().bytes()).isGreaterThanOrEqualTo(past.size());
        } else {
            boolean guarded = machine.process(process)
                    .space()
                    .isGuarded(machine.pageSize().number(address));
            assertThat(mapping != null)
                    .isEqualTo(fault instanceof Fault.Guarded)
                    .isEqualTo(guarded);
            assertThat(new Load(process, address, 1, OnSignal.HANDLE)
                            .applyTo(machine)
                            .outcome())
                    .isInstanceOf(Outcome.Signalled.class);
        }
    }

    /** Whether a store went where it is said to have gone. */
    static void stored(Machines at, ProcessId process, Stored where, boolean died) {
        Mapping mapping = mapped(at.before(), process, where.address());
        FrameId frame = where.how().page().frame();
        FrameId had = frame(at.before(), process, where.address());
        if (!died) {
            assertThat(frame(at.after(), process, where.address())).isEqualTo(frame);
        }
        if (where.how() instanceof Stored.How.Shared shared) {
            assertThat(mapping.shared()).isTrue();
            assertThat(mapping.file()).isEqualTo(shared.page().file());
            if (!died) {
                isWhatItSays(at.after(), shared.page());
            }
            return;
        }
        assertThat(mapping.shared()).isFalse();
        List<ProcessId> others = had == null ? new ArrayList<>() : owners(at.before(), had);
        others.remove(process);
        if (where.how() instanceof Stored.How.Copied copied) {
            assertThat(at.before().memory().frame(frame)).isNull();
            assertThat(had == null || had.equals(copied.original().frame())).isTrue();
            isWhatItSays(at.after(), copied.original());
            if (copied.original() instanceof Page.Own) {
                assertThat(copied.others()).containsExactlyInAnyOrderElementsOf(others);
            }
        } else if (where.how() instanceof Stored.How.ZeroFilled) {
            assertThat(at.before().memory().frame(frame)).isNull();
            assertThat(had == null || had.isZeroPage()).isTrue();
        } else {
            assertThat(had).isEqualTo(frame);
            assertThat(others).isEmpty();
            assertThat(isPrivate(at.before(), frame)).isTrue();
        }
    }
}
