package io.github.mmaplab.explain;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.Limit;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.explain.fact.Deed;
import io.github.mmaplab.explain.fact.Fact;
import io.github.mmaplab.explain.fact.Fault;
import io.github.mmaplab.explain.fact.Page;
import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.explain.fact.Stored;
import io.github.mmaplab.explain.fact.Unseen;

/** Where to read about a fact. */
final class References implements Deed.Visitor<String>, Unseen.Visitor<String>, State.Visitor<String> {

    private static final References REFERENCES = new References();

    private References() {}

    static String of(Fact fact) {
        if (fact instanceof Deed deed) {
            return deed.accept(REFERENCES);
        }
        return fact instanceof Unseen unseen ? unseen.accept(REFERENCES) : ((State) fact).accept(REFERENCES);
    }

    private static String of(Stored.How how) {
        return how instanceof Stored.How.Shared ? "mmap(2), MAP_SHARED" : "mmap(2), MAP_PRIVATE";
    }

    private static String of(Fault fault) {
        return fault instanceof Fault.PastTheEnd ? "mmap(2), ERRORS, SIGBUS" : "mmap(2), ERRORS, SIGSEGV";
    }

    @Override
    public String begins(Deed.Begins deed) {
        return deed.of() == 0 ? "stat(2)" : "";
    }

    @Override
    public String mapped(Deed.Mapped deed) {
        if (deed.under().isPresent()) {
            return "mmap(2), MAP_FIXED";
        }
        return deed.file() == null || deed.file().nameless() ? "mmap(2), MAP_ANONYMOUS" : "mmap(2)";
    }

    @Override
    public String unmapped(Deed.Unmapped deed) {
        return "munmap(2)";
    }

    @Override
    public String remapped(Deed.Remapped deed) {
        return "mremap(2)";
    }

    @Override
    public String protect(Deed.Protect deed) {
        return "mprotect(2)";
    }

    @Override
    public String called(Deed.Called deed) {
        return reference(deed.call(), deed.argument());
    }

    private static String reference(RangeCall call, Argument argument) {
        String page = call.word() + "(2)";
        return argument.number() == 0 && !(argument instanceof Advice) ? page : page + ", " + argument.inC();
    }

    @Override
    public String opened(Deed.Opened deed) {
        return deed.call() + "(2)";
    }

    @Override
    public String forAll(Deed.ForAll deed) {
        return deed.argument() instanceof Limit
                ? "setrlimit(2), " + deed.argument().inC()
                : deed.call().systemCall(deed.argument()) + "(2)";
    }

    @Override
    public String forked(Deed.Forked deed) {
        return "fork(2)";
    }

    @Override
    public String replaced(Deed.Replaced deed) {
        return "execve(2)";
    }

    @Override
    public String exited(Deed.Exited deed) {
        return "_exit(2)";
    }

    @Override
    public String killed(Deed.Killed deed) {
        return "kill(2)";
    }

    @Override
    public String store(Deed.Store deed) {
        return deed.stopped().isPresent()
                ? of(deed.stopped().get().fault())
                : of(deed.where().how());
    }

    @Override
    public String load(Deed.Load deed) {
        return "mmap(2)";
    }

    @Override
    public String raised(Deed.Raised deed) {
        return of(deed.stop().fault());
    }

    @Override
    public String written(Deed.Written deed) {
        return "write(2)";
    }

    @Override
    public String read(Deed.Read deed) {
        return "read(2)";
    }

    @Override
    public String moved(Deed.Moved deed) {
        return deed.call().word() + "(2)";
    }

    @Override
    public String resized(Deed.Resized deed) {
        return deed.call().systemCall(Argument.NONE) + "(2)";
    }

    @Override
    public String punched(Deed.Punched deed) {
        return "fallocate(2), FALLOC_FL_PUNCH_HOLE";
    }

    @Override
    public String sealed(Deed.Sealed deed) {
        return "fcntl(2), F_ADD_SEALS";
    }

    @Override
    public String unlinked(Deed.Unlinked deed) {
        return "unlink(2)";
    }

    @Override
    public String named(Deed.Named deed) {
        return deed.call().systemCall(Argument.NONE) + "(2)";
    }

    @Override
    public String folderSynced(Deed.FolderSynced deed) {
        return "fsync(2), NOTES";
    }

    @Override
    public String crashed(Deed.Crashed deed) {
        return "fsync(2), DESCRIPTION";
    }

    @Override
    public String synced(Deed.Synced deed) {
        return deed.process().isPresent() ? "msync(2)" : "fsync(2)";
    }

    @Override
    public String nothing(Deed.Nothing deed) {
        return deed.call() + "(2)";
    }

    @Override
    public String failed(Deed.Failed deed) {
        return deed.call() + "(2), ERRORS, " + deed.errno();
    }

    @Override
    public String others(Deed.Others deed) {
        return "";
    }

    @Override
    public String toCopy(Unseen.ToCopy fact) {
        return of(fact.where().how());
    }

    @Override
    public String passedBy(Unseen.PassedBy fact) {
        return "mmap(2), MAP_PRIVATE";
    }

    @Override
    public String taken(Unseen.Taken fact) {
        return "";
    }

    @Override
    public String elsewhere(Unseen.Elsewhere fact) {
        return "";
    }

    @Override
    public String stopped(Unseen.Stopped fact) {
        return of(fact.stop().fault());
    }

    @Override
    public String pastTheEnd(Unseen.PastTheEnd fact) {
        return "mmap(2), NOTES";
    }

    @Override
    public String notOnDisk(Unseen.NotOnDisk fact) {
        return "msync(2); fsync(2)";
    }

    @Override
    public String spared(Unseen.Spared fact) {
        return switch (fact.why()) {
            case CUT_KEEPS_PARTIAL_COPY -> "mmap(2), MAP_PRIVATE";
            case PUNCH_KEEPS_COPY -> "fallocate(2), FALLOC_FL_PUNCH_HOLE";
            case GIVEN_UP_MEMORY_SHOWS_FILE -> reference(RangeCall.MADVISE, Advice.DONTNEED);
            case UNLINKED_FILE_LIVES -> "unlink(2)";
        };
    }

    @Override
    public String shows(State.Shows state) {
        if (state.page() instanceof Page.Zero) {
            return "mmap(2), MAP_ANONYMOUS";
        }
        return state.shared() ? "mmap(2), MAP_SHARED" : "mmap(2), MAP_PRIVATE";
    }

    @Override
    public String inaccessible(State.Inaccessible state) {
        return of(state.fault());
    }

    @Override
    public String fileShows(State.FileShows state) {
        return "read(2)";
    }

    @Override
    public String inUse(State.InUse state) {
        return "CS:APP 9.8";
    }

    @Override
    public String allowed(State.Allowed state) {
        return "mmap(2)";
    }

    @Override
    public String absent(State.Absent state) {
        return "fork(2)";
    }

    @Override
    public String inFolder(State.InFolder state) {
        return "path_resolution(7)";
    }

    @Override
    public String copiedNothing(State.CopiedNothing state) {
        return "mmap(2), MAP_PRIVATE";
    }

    @Override
    public String runs(State.Runs state) {
        return "wait(2)";
    }

    @Override
    public String unmapped(State.Unmapped state) {
        return "proc_pid_maps(5)";
    }

    @Override
    public String notPlayed(State.NotPlayed state) {
        return "mmap(2)";
    }
}
