package io.github.mmaplab.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.explain.fact.Page;
import io.github.mmaplab.explain.fact.Unseen;
import io.github.mmaplab.kernel.call.OnFile;
import io.github.mmaplab.kernel.call.OnRange;
import io.github.mmaplab.kernel.call.Store;
import io.github.mmaplab.kernel.call.WriteFile;
import io.github.mmaplab.kernel.machine.Machine;
import java.util.Arrays;
import java.util.Set;

/** Holds what is said of acts that do not show against the machines, and against runs in which they write other bytes. */
final class UnseenTruth implements Unseen.Visitor<Boolean> {

    private final Evidence evidence;
    private final Query query;

    UnseenTruth(Evidence evidence, Query query) {
        this.evidence = evidence;
        this.query = query;
    }

    private Machines at(Unseen fact) {
        return new Machines(evidence.before.get(fact.act()), evidence.after.get(fact.act()));
    }

    /** The bytes are those of the act, and no byte that is seen is one of them. */
    private void unseen(Unseen fact, Unseen.Bytes bytes) {
        if (evidence.operation(fact.act()) instanceof Store store) {
            assertThat(bytes.data()).isEqualTo(store.data());
            assertThat(bytes.at()).isEqualTo(store.address());
            assertThat(bytes.process()).contains(store.process());
        } else {
            WriteFile write = (WriteFile) evidence.operation(fact.act());
            assertThat(bytes.data()).isEqualTo(write.data());
            assertThat(bytes.at()).isEqualTo(write.offset());
            assertThat(bytes.file()).contains(write.file());
        }
        assertThat(query.bytes(evidence, evidence.dyed(Set.of(fact.act())).end()))
                .isEqualTo(query.bytes(evidence, evidence.end()));
    }

    /** Whether the bytes of an act are at the place after another act. */
    private boolean shows(int act, int after) {
        Machine dyed = evidence.dyed(Set.of(act)).after().get(after);
        return !Arrays.equals(query.bytes(evidence, dyed), query.bytes(evidence, evidence.after.get(after)));
    }

    @Override
    public Boolean toCopy(Unseen.ToCopy fact) {
        unseen(fact, fact.bytes());
        ProcessId process = fact.bytes().process().orElseThrow();
        Machines at = at(fact);
        Machines.stored(
                at, process, fact.where(), !at.after().process(process).status().alive());
        assertThat(fact.where().how().page()).isInstanceOf(Page.Own.class);
        for (int i = fact.act(); i < evidence.acts(); i++) {
            assertThat(shows(fact.act(), i)).isFalse();
        }
        return true;
    }

    @Override
    public Boolean passedBy(Unseen.PassedBy fact) {
        unseen(fact, fact.bytes());
        Machine after = at(fact).after();
        Machines.isWhatItSays(after, fact.to());
        Machines.isPrivate(after, fact.own());
        assertThat(Machines.frame(after, fact.reader(), fact.address()))
                .isEqualTo(fact.own().frame());
        assertThat(Machines.mapped(after, fact.reader(), fact.address()).file())
                .isEqualTo(fact.to().file());
        assertThat(shows(fact.act(), fact.act())).isFalse();
        return true;
    }

    @Override
    public Boolean taken(Unseen.Taken fact) {
        unseen(fact, fact.bytes());
        assertThat(fact.by()).isGreaterThan(fact.act());
        assertThat(shows(fact.act(), fact.by() - 1)).isTrue();
        assertThat(shows(fact.act(), fact.by())).isFalse();
        return true;
    }

    @Override
    public Boolean elsewhere(Unseen.Elsewhere fact) {
        unseen(fact, fact.bytes());
        ProcessId process = fact.bytes().process().orElseThrow();
        Query.OfMemory asked = (Query.OfMemory) query;
        long place = Query.address(evidence, asked.location);
        long at = fact.bytes().at();
        assertThat(at < place + asked.length && place < at + fact.bytes().data().length())
                .isFalse();
        if (fact.by().isPresent()) {
            assertThat(Machines.mapping(evidence.before.get(fact.by().get()), process, at))
                    .isNotNull();
            assertThat(Machines.mapping(evidence.after.get(fact.by().get()), process, at))
                    .isNull();
        } else {
            assertThat(Machines.mapping(evidence.end(), process, at)).isNotNull();
        }
        return true;
    }

    @Override
    public Boolean stopped(Unseen.Stopped fact) {
        unseen(fact, fact.bytes());
        Outcome.Signalled signalled = (Outcome.Signalled) evidence.outcomes.get(fact.act());
        assertThat(signalled.address()).isEqualTo(fact.bytes().at() + fact.stored());
        Machines.stops(at(fact).before(), fact.bytes().process().orElseThrow(), fact.stop(), true);
        return true;
    }

    @Override
    public Boolean pastTheEnd(Unseen.PastTheEnd fact) {
        unseen(fact, fact.bytes());
        Machine after = at(fact).after();
        assertThat(after.file(fact.file()).size()).isEqualTo(fact.size());
        assertThat(at(fact).before().file(fact.file()).size()).isEqualTo(fact.size());
        int within = after.pageSize().offset(fact.size());
        byte[] tail = Machines.page(after, fact.file(), fact.size());
        byte[] dyed =
                Machines.page(evidence.dyed(Set.of(fact.act())).after().get(fact.act()), fact.file(), fact.size());
        assertThat(Arrays.copyOfRange(tail, within, tail.length))
                .isNotEqualTo(Arrays.copyOfRange(dyed, within, dyed.length));
        return true;
    }

    @Override
    public Boolean notOnDisk(Unseen.NotOnDisk fact) {
        unseen(fact, fact.bytes());
        Machines.isWhatItSays(at(fact).after(), fact.page());
        return true;
    }

    @Override
    public Boolean spared(Unseen.Spared fact) {
        Machines at = at(fact);
        assertThat(query.bytes(evidence, at.after())).isEqualTo(query.bytes(evidence, at.before()));
        switch (fact.why()) {
            case CUT_KEEPS_PARTIAL_COPY -> {
                assertThat(at.before().file(fact.file().orElseThrow()).size()).isGreaterThan(fact.offset());
                assertThat(at.after().file(fact.file().orElseThrow()).size()).isEqualTo(fact.offset());
                keepsItsOwn(at, fact);
            }
            case PUNCH_KEEPS_COPY -> {
                assertThat(((OnFile) evidence.operation(fact.act())).file())
                        .isEqualTo(fact.file().orElseThrow());
                keepsItsOwn(at, fact);
            }
            case GIVEN_UP_MEMORY_SHOWS_FILE ->
                assertThat(evidence.operation(fact.act())).isInstanceOf(OnRange.class);
            case UNLINKED_FILE_LIVES -> {
                assertThat(at.before().file(fact.file().orElseThrow()).linked()).isTrue();
                assertThat(at.after().file(fact.file().orElseThrow()).linked()).isFalse();
            }
        }
        return true;
    }

    private static void keepsItsOwn(Machines at, Unseen.Spared fact) {
        FrameId frame = fact.page().orElseThrow().frame();
        assertThat(Machines.isPrivate(at.before(), frame)).isTrue();
        assertThat(Machines.isPrivate(at.after(), frame)).isTrue();
        assertThat(Machines.owners(at.after(), frame)).isEqualTo(Machines.owners(at.before(), frame));
    }
}
