package io.github.mmaplab.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.abi.Seal;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.explain.fact.Deed;
import io.github.mmaplab.explain.fact.Lost;
import io.github.mmaplab.explain.fact.Made;
import io.github.mmaplab.explain.fact.Page;
import io.github.mmaplab.explain.fact.Under;
import io.github.mmaplab.kernel.call.Close;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.Transfer;
import io.github.mmaplab.kernel.call.WriteFile;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.memory.FileState;
import io.github.mmaplab.kernel.memory.Mapping;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Holds what acts are said to have done against the machine before and after them. */
final class DeedTruth implements Deed.Visitor<Boolean> {

    private final Evidence evidence;
    private final Query query;

    DeedTruth(Evidence evidence, Query query) {
        this.evidence = evidence;
        this.query = query;
    }

    private Machines at(Deed deed) {
        return new Machines(evidence.before.get(deed.act()), evidence.after.get(deed.act()));
    }

    private Operation operation(Deed deed) {
        return evidence.operation(deed.act());
    }

    @Override
    public Boolean begins(Deed.Begins deed) {
        Machines at = at(deed);
        assertThat(at.before().files()).doesNotContainKey(deed.file());
        assertThat(at.after().file(deed.file()).size()).isEqualTo(deed.size());
        if (deed.of() > 0) {
            byte[] plain = query.bytes(evidence, evidence.end());
            byte[] other =
                    query.bytes(evidence, evidence.dyed(Set.of(deed.act())).end());
            int differing = 0;
            for (int i = 0; i < plain.length; i++) {
                differing += plain[i] == other[i] ? 0 : 1;
            }
            assertThat(deed.seen()).isEqualTo(differing).isPositive();
            assertThat(deed.of()).isEqualTo(plain.length);
        }
        return true;
    }

    @Override
    public Boolean mapped(Deed.Mapped deed) {
        Machines at = at(deed);
        Mapping mapping = Machines.mapped(at.after(), deed.process(), deed.start());
        assertThat(mapping.file()).isEqualTo(deed.file());
        assertThat(mapping.shared()).isEqualTo(deed.shared());
        assertThat(mapping.protection()).isEqualTo(deed.protection());
        if (deed.file() != null && !deed.file().nameless()) {
            assertThat(mapping.offset() + deed.start() - mapping.start()).isEqualTo(deed.offset());
        }
        assertThat(Machines.mapping(at.after(), deed.process(), deed.start() + deed.length() - 1))
                .isEqualTo(mapping);
        deed.under().ifPresent(under -> under(at, deed.process(), under, deed.start(), deed.length()));
        deed.made().ifPresent(made -> made(at, deed.process(), made));
        return true;
    }

    private static void under(Machines at, ProcessId process, Under under, long start, long length) {
        Mapping mapping = Machines.mapped(at.before(), process, under.address());
        assertThat(mapping.file()).isEqualTo(under.file());
        assertThat(mapping.shared()).isEqualTo(under.shared());
        assertThat(under.address()).isBetween(start, start + length - 1);
    }

    private static void made(Machines at, ProcessId process, Made made) {
        assertThat(Machines.frame(at.after(), process, made.address()))
                .isEqualTo(made.page().frame());
        Machines.isPrivate(at.after(), made.page());
        assertThat(at.before().memory().frame(made.page().frame())).isNull();
        made.original().ifPresent(original -> Machines.isWhatItSays(at.after(), original));
    }

    @Override
    public Boolean unmapped(Deed.Unmapped deed) {
        Machines at = at(deed);
        long was = 0;
        for (long page = deed.start();
                page < deed.start() + deed.length();
                page += at.before().pageSize().bytes()) {
            was += Machines.mapping(at.before(), deed.process(), page) == null ? 0 : 1;
            assertThat(Machines.mapping(at.after(), deed.process(), page)).isNull();
        }
        assertThat(deed.mapped()).isEqualTo(was);
        deed.lost().ifPresent(lost -> lost(at, lost));
        return true;
    }

    private static void lost(Machines at, Lost lost) {
        assertThat(Machines.frame(at.before(), lost.process(), lost.address()))
                .isEqualTo(lost.page().frame());
        assertThat(Machines.frame(at.after(), lost.process(), lost.address()))
                .isNotEqualTo(lost.page().frame());
        Machines.isWhatItSays(at.before(), lost.page());
    }

    @Override
    public Boolean remapped(Deed.Remapped deed) {
        Machines at = at(deed);
        long step = at.before().pageSize().bytes();
        boolean moved = deed.from() != deed.to();
        for (long i = 0; i < deed.newLength(); i += step) {
            boolean hole =
                    i < deed.oldLength() && Machines.mapping(at.before(), deed.process(), deed.from() + i) == null;
            boolean was = Machines.mapping(at.before(), deed.process(), deed.to() + i) != null;
            assertThat(Machines.mapping(at.after(), deed.process(), deed.to() + i) != null)
                    .isEqualTo(!hole || was);
        }
        for (long i = 0; i < Math.min(deed.oldLength(), deed.newLength()); i += step) {
            if (Machines.mapping(at.before(), deed.process(), deed.from() + i) != null) {
                assertThat(Machines.frame(at.after(), deed.process(), deed.to() + i))
                        .isEqualTo(Machines.frame(at.before(), deed.process(), deed.from() + i));
            }
        }
        for (long i = 0; i < deed.oldLength(); i += step) {
            boolean stays = moved ? deed.keepsOld() : i < deed.newLength();
            assertThat(Machines.mapping(at.after(), deed.process(), deed.from() + i) != null)
                    .isEqualTo(stays && Machines.mapping(at.before(), deed.process(), deed.from() + i) != null);
        }
        deed.under().ifPresent(under -> under(at, deed.process(), under, deed.to(), deed.newLength()));
        return true;
    }

    @Override
    public Boolean protect(Deed.Protect deed) {
        Machines at = at(deed);
        assertThat(Machines.mapped(at.before(), deed.process(), deed.at()).protection())
                .isEqualTo(deed.before());
        assertThat(Machines.mapped(at.after(), deed.process(), deed.at()).protection())
                .isEqualTo(deed.after());
        return true;
    }

    @Override
    public Boolean called(Deed.Called deed) {
        Machines at = at(deed);
        deed.lost().ifPresent(lost -> lost(at, lost));
        deed.made().ifPresent(made -> made(at, deed.process(), made));
        FrameId before = Machines.frame(at.before(), deed.process(), deed.at());
        boolean own = before != null && Machines.isPrivate(at.before(), before);
        boolean gone = own && Machines.frame(at.after(), deed.process(), deed.at()) == null;
        assertThat(deed.lost().map(lost -> lost.page() instanceof Page.Own).orElse(false))
                .isEqualTo(gone);
        return true;
    }

    @Override
    public Boolean opened(Deed.Opened deed) {
        Machines at = at(deed);
        boolean closes = operation(deed) instanceof Close;
        int change = at.after().process(deed.process()).descriptors().size()
                - at.before().process(deed.process()).descriptors().size();
        assertThat(change).isBetween(closes ? -1 : 0, closes ? -1 : 1);
        assertThat((closes ? at.before() : at.after())
                        .process(deed.process())
                        .descriptors()
                        .values())
                .anyMatch(open -> open.file().equals(deed.file()));
        return true;
    }

    @Override
    public Boolean forAll(Deed.ForAll deed) {
        assertThat(at(deed).after().process(deed.process()).status().alive()).isTrue();
        return true;
    }

    @Override
    public Boolean forked(Deed.Forked deed) {
        Machines at = at(deed);
        assertThat(at.before().processes()).doesNotContainKey(deed.child());
        assertThat(at.after().process(deed.child()).status().alive()).isTrue();
        deed.at().ifPresent(address -> {
            if (deed.wiped()) {
                assertThat(Machines.frame(at.after(), deed.child(), address)).isNull();
            }
            assertThat(Machines.mapping(at.after(), deed.child(), address)).isNotNull();
            assertThat(Machines.mapping(at.before(), deed.parent(), address)).isNotNull();
            assertThat(Optional.ofNullable(Machines.frame(at.after(), deed.child(), address)))
                    .isEqualTo(deed.page().map(Page::frame));
            if (deed.page().isPresent()) {
                assertThat(Machines.frame(at.after(), deed.parent(), address))
                        .isEqualTo(deed.page().get().frame());
            }
        });
        deed.page().ifPresent(page -> Machines.isWhatItSays(at.after(), page));
        return true;
    }

    @Override
    public Boolean replaced(Deed.Replaced deed) {
        Machines at = at(deed);
        assertThat(at.after().process(deed.process()).space().mappings()).isEmpty();
        assertThat(at.after().process(deed.process()).status().alive()).isTrue();
        deed.lost().ifPresent(lost -> lost(at, lost));
        return true;
    }

    @Override
    public Boolean exited(Deed.Exited deed) {
        assertThat(at(deed).after().process(deed.process()).status()).isEqualTo(new ProcessStatus.Exited(deed.code()));
        assertThat(at(deed).before().process(deed.process()).status().alive()).isTrue();
        return true;
    }

    @Override
    public Boolean killed(Deed.Killed deed) {
        assertThat(at(deed).after().process(deed.process()).status())
                .isEqualTo(new ProcessStatus.Killed(Signal.SIGKILL));
        assertThat(at(deed).before().process(deed.process()).status().alive()).isTrue();
        return true;
    }

    @Override
    public Boolean store(Deed.Store deed) {
        Machines at = at(deed);
        assertThat(deed.count()).isPositive().isLessThanOrEqualTo(deed.data().length());
        boolean dies = deed.stopped().map(Deed.Stop::dies).orElse(false);
        if (!dies) {
            assertThat(Machines.bytes(at.after(), deed.process(), deed.address(), (int) Math.min(deed.count(), 65536)))
                    .isEqualTo(first(deed.data(), (int) Math.min(deed.count(), 65536)));
        }
        assertThat(((io.github.mmaplab.kernel.call.Store) operation(deed)).data())
                .isEqualTo(deed.data());
        assertThat(evidence.outcomes.get(deed.act()) instanceof Outcome.Signalled)
                .isEqualTo(deed.stopped().isPresent());
        deed.stopped().ifPresent(stop -> {
            assertThat(stop.address()).isEqualTo(deed.address() + deed.count());
            Machines.stops(at.before(), deed.process(), stop, true);
        });
        assertThat(deed.where().address() + at.before().pageSize().bytes()).isGreaterThan(deed.address());
        assertThat(deed.where().address()).isLessThan(deed.address() + deed.count());
        Machines.stored(at, deed.process(), deed.where(), dies);
        return true;
    }

    private static byte[] first(Data data, int count) {
        byte[] bytes = new byte[count];
        data.copy(0, bytes, 0, count);
        return bytes;
    }

    @Override
    public Boolean load(Deed.Load deed) {
        assertThat(evidence.outcomes.get(deed.act())).isInstanceOf(Outcome.Done.class);
        assertThat(((Load) operation(deed)).address()).isEqualTo(deed.address());
        return true;
    }

    @Override
    public Boolean raised(Deed.Raised deed) {
        Machines.stops(
                at(deed).before(), deed.process(), deed.stop(), deed.data().isPresent());
        Outcome.Signalled signalled = (Outcome.Signalled) evidence.outcomes.get(deed.act());
        assertThat(signalled.signal()).isEqualTo(deed.stop().signal());
        assertThat(signalled.code()).isEqualTo(deed.stop().code());
        assertThat(signalled.address()).isEqualTo(deed.stop().address());
        assertThat(at(deed).after().process(deed.process()).status().alive())
                .isEqualTo(!deed.stop().dies());
        return true;
    }

    @Override
    public Boolean written(Deed.Written deed) {
        Machines at = at(deed);
        Data asked = ((WriteFile) operation(deed)).data();
        long done = ((Outcome.Ok) Objects.requireNonNull(evidence.outcomes.get(deed.act()))).value();
        assertThat(deed.data()).isEqualTo(done < asked.length() ? asked.first((int) done) : asked);
        assertThat(at.before().file(deed.file()).size()).isEqualTo(deed.before());
        assertThat(at.after().file(deed.file()).size()).isEqualTo(deed.after());
        int count = (int) Math.min(deed.data().length(), 65536);
        assertThat(Machines.bytes(at.after(), deed.file(), deed.offset(), count))
                .isEqualTo(first(deed.data(), count));
        return true;
    }

    @Override
    public Boolean read(Deed.Read deed) {
        assertThat(evidence.outcomes.get(deed.act())).isInstanceOf(Outcome.Done.class);
        return true;
    }

    @Override
    public Boolean moved(Deed.Moved deed) {
        Machines at = at(deed);
        Transfer transfer = (Transfer) operation(deed);
        long count = ((Outcome.Ok) Objects.requireNonNull(evidence.outcomes.get(deed.act()))).value();
        assertThat(deed.call()).isEqualTo(transfer.call());
        assertThat(deed.address()).isEqualTo(transfer.address());
        assertThat(deed.data().length()).isEqualTo(count);
        assertThat(at.before().file(deed.file()).size()).isEqualTo(deed.before());
        assertThat(at.after().file(deed.file()).size()).isEqualTo(deed.after());
        Machine moved = deed.call().stores() ? at.before() : at.after();
        assertThat(Machines.bytes(moved, deed.file(), deed.offset(), (int) count))
                .isEqualTo(first(deed.data(), (int) count));
        return true;
    }

    @Override
    public Boolean resized(Deed.Resized deed) {
        Machines at = at(deed);
        FileState before = at.before().file(deed.file());
        FileState after = at.after().file(deed.file());
        assertThat(before.size()).isEqualTo(deed.before());
        assertThat(after.size()).isEqualTo(deed.after());
        deed.lost().ifPresent(lost -> lost(at, lost));
        deed.gone().ifPresent(page -> {
            assertThat(before.pages()).containsKey(page);
            assertThat(after.pages()).doesNotContainKey(page);
            assertThat(at.after().pageSize().address(page)).isGreaterThanOrEqualTo(deed.after());
        });
        if (deed.zeroed() > 0) {
            long from = Math.min(deed.before(), deed.after());
            byte[] was = Machines.page(at.before(), deed.file(), from);
            byte[] is = Machines.page(at.after(), deed.file(), from);
            int within = at.before().pageSize().offset(from);
            int end = within + deed.zeroed();
            assertThat(Arrays.copyOfRange(is, within, end)).containsOnly(0);
            assertThat(Arrays.copyOfRange(was, within, end)).isNotEqualTo(new byte[deed.zeroed()]);
            assertThat(Arrays.copyOfRange(is, end, is.length)).isEqualTo(Arrays.copyOfRange(was, end, was.length));
        }
        return true;
    }

    @Override
    public Boolean punched(Deed.Punched deed) {
        Machine after = at(deed).after();
        long end =
                Math.min(deed.offset() + deed.length(), after.file(deed.file()).size());
        int count = (int) Math.min(65536, Math.max(0, end - deed.offset()));
        assertThat(Machines.bytes(after, deed.file(), deed.offset(), count)).isEqualTo(new byte[count]);
        return true;
    }

    @Override
    public Boolean sealed(Deed.Sealed deed) {
        assertThat(at(deed).after().file(deed.file()).seals())
                .containsAll(at(deed).before().file(deed.file()).seals());
        deed.added()
                .flags()
                .forEach(seal -> assertThat(at(deed).after().file(deed.file()).has((Seal) seal))
                        .isTrue());
        return true;
    }

    @Override
    public Boolean unlinked(Deed.Unlinked deed) {
        if (at(deed).before().file(deed.file()).kind() == FileKind.SYSV) {
            return !at(deed).after().file(deed.file()).linked();
        }
        assertThat(at(deed).before().file(deed.file()).linked()).isTrue();
        assertThat(at(deed).after().names()).isNotEqualTo(at(deed).before().names());
        return true;
    }

    @Override
    public Boolean named(Deed.Named deed) {
        assertThat(at(deed).after().names()).containsValue(deed.file());
        return true;
    }

    @Override
    public Boolean folderSynced(Deed.FolderSynced deed) {
        return at(deed).before().equals(at(deed).after()) || at(deed).after().history() != null;
    }

    @Override
    public Boolean crashed(Deed.Crashed deed) {
        assertThat(at(deed).after().processes().values())
                .noneMatch(process -> process.status().alive());
        return true;
    }

    @Override
    public Boolean synced(Deed.Synced deed) {
        assertThat(evidence.outcomes.get(deed.act()).succeeded()).isTrue();
        return true;
    }

    @Override
    public Boolean nothing(Deed.Nothing deed) {
        assertThat(at(deed).after()).isEqualTo(at(deed).before());
        return true;
    }

    @Override
    public Boolean failed(Deed.Failed deed) {
        assertThat(((Outcome.Failed) evidence.outcomes.get(deed.act())).errno()).isEqualTo(deed.errno());
        return true;
    }

    @Override
    public Boolean others(Deed.Others deed) {
        assertThat(deed.acts())
                .isNotEmpty()
                .isSorted()
                .allSatisfy(act -> assertThat(evidence.step(act)).isPositive());
        return true;
    }
}
