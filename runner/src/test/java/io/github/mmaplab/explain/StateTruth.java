package io.github.mmaplab.explain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.explain.fact.Page;
import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.call.ReadFile;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.memory.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds what is said of the moment asked about against the machine of that moment. */
final class StateTruth implements State.Visitor<Boolean> {

    private final Evidence evidence;

    StateTruth(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Boolean shows(State.Shows state) {
        Machine read = new Load(state.process(), state.address(), 1, OnSignal.HANDLE)
                .applyTo(evidence.end())
                .machine();
        assertThat(Machines.frame(read, state.process(), state.address()))
                .isEqualTo(state.page().frame());
        Machines.isWhatItSays(read, state.page());
        Mapping mapping = Machines.mapped(read, state.process(), state.address());
        assertThat(mapping.shared()).isEqualTo(state.shared());
        if (state.page() instanceof Page.Own) {
            List<ProcessId> others = Machines.owners(read, state.page().frame());
            others.remove(state.process());
            assertThat(state.others()).containsExactlyInAnyOrderElementsOf(others);
        } else if (state.page() instanceof Page.OfFile file) {
            assertThat(mapping.file()).isEqualTo(file.file());
        }
        return true;
    }

    @Override
    public Boolean inaccessible(State.Inaccessible state) {
        Machines.faults(evidence.end(), state.process(), state.address(), state.fault(), false);
        return true;
    }

    @Override
    public Boolean fileShows(State.FileShows state) {
        Machine end = evidence.end();
        assertThat(end.file(state.file()).size()).isEqualTo(state.size());
        if (state.offset() < state.size()) {
            Machine read =
                    new ReadFile(state.file(), state.offset(), 1).applyTo(end).machine();
            FrameId frame = read.file(state.file()).pages().get(end.pageSize().number(state.offset()));
            assertThat(state.page().map(Page::frame)).isEqualTo(Optional.ofNullable(frame));
        }
        return true;
    }

    @Override
    public Boolean inUse(State.InUse state) {
        List<FrameId> own = new ArrayList<>();
        int files = 0;
        for (FrameId frame : evidence.end().memory().frames().keySet()) {
            if (requireNonNull(evidence.end().memory().frame(frame)).cached()) {
                files++;
            } else {
                own.add(frame);
            }
        }
        assertThat(state.own().stream().map(each -> each.page().frame())).containsExactlyInAnyOrderElementsOf(own);
        assertThat(state.own())
                .allSatisfy(each -> assertThat(each.processes())
                        .containsExactlyInAnyOrderElementsOf(
                                Machines.owners(evidence.end(), each.page().frame())));
        assertThat(state.files().stream().mapToInt(State.OfFile::pages).sum()).isEqualTo(files);
        return true;
    }

    @Override
    public Boolean allowed(State.Allowed state) {
        Mapping mapping = Machines.mapped(evidence.end(), state.process(), state.address());
        assertThat(mapping.protection()).isEqualTo(state.protection());
        assertThat(mapping.shared()).isEqualTo(state.shared());
        assertThat(mapping.file()).isEqualTo(state.file());
        if (state.length() != null) {
            assertThat(mapping.end()).isEqualTo(state.address() + state.length());
        }
        return true;
    }

    @Override
    public Boolean absent(State.Absent state) {
        assertThat(evidence.trace.processes().values()).doesNotContain(state.name());
        return true;
    }

    @Override
    public Boolean inFolder(State.InFolder state) {
        assertThat(evidence.end().names().containsKey(state.id())).isEqualTo(state.there());
        return true;
    }

    @Override
    public Boolean copiedNothing(State.CopiedNothing state) {
        assertThat(evidence.end().copies()).isZero();
        return true;
    }

    @Override
    public Boolean runs(State.Runs state) {
        assertThat(evidence.end().process(state.process()).status().alive()).isTrue();
        return true;
    }

    @Override
    public Boolean unmapped(State.Unmapped state) {
        assertThat(evidence.end().process(state.process()).space().mappings()).isEmpty();
        return true;
    }

    @Override
    public Boolean notPlayed(State.NotPlayed state) {
        assertThat(state.why()).isNotBlank();
        return true;
    }
}
