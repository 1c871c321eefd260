package io.github.mmaplab.compare;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessCall;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.kernel.Answer;
import io.github.mmaplab.kernel.Completion;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.MachineLimitException;
import io.github.mmaplab.kernel.MappingView;
import io.github.mmaplab.kernel.MemoryUse;
import io.github.mmaplab.kernel.Rest;
import io.github.mmaplab.kernel.Snapshot;
import io.github.mmaplab.kernel.call.Create;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.call.Mmap;
import io.github.mmaplab.kernel.call.OnProcess;
import io.github.mmaplab.kernel.call.OnRange;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.Store;
import io.github.mmaplab.kernel.machine.Trait;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plays everything on two kernels at once and records the first difference. After that it goes on with the first kernel
 * alone. The answers it gives are the first kernel's.
 *
 * <p>After each operation it compares the outcomes, then all that can be seen: statuses, mappings, sizes of files, and
 * for the pages that both kernels have an entry for, their bytes and which of them are one physical page. A page that
 * only one has mapped is no difference: a kernel may map the neighbours of what was touched. The answer of an observation is
 * compared when it is made.
 */
public final class DifferentialKernel implements Kernel {

    private static final String AN_OPERATION = "an operation, and everything after it";
    private static final String ONE_PAGE = "which pages are one physical page";

    private final Kernel simulated;
    private final Snapshots snapshots = new Snapshots();
    private final Set<NotCompared> notCompared = new LinkedHashSet<>();
    /** The files that are on a disk. */
    private final Set<FileId> regular = new HashSet<>();

    private final Set<FileId> segments = new TreeSet<>();
    /** Null once the two have gone apart. */
    private @Nullable Kernel real;

    private @Nullable Difference difference;
    private @Nullable Operation last;
    private int performed = -1;
    private boolean reportedFrames;
    private boolean hasLocked;

    /** Two kernels that have just started and have pages of one size. */
    public DifferentialKernel(Kernel simulated, Kernel real) {
        if (!simulated.pageSize().equals(real.pageSize())) {
            throw new IllegalArgumentException(simulated.pageSize() + " is not " + real.pageSize());
        }
        this.simulated = simulated;
        this.real = real;
        if (real.lacking().contains(Trait.PAGE_TABLES_SHOWN)) {
            notCompared.add(new NotCompared("the bytes of pages after each operation", Trait.PAGE_TABLES_SHOWN.lack()));
        }
    }

    /** The first difference, if there was one. */
    public Optional<Difference> difference() {
        return Optional.ofNullable(difference);
    }

    /** What could not be compared, each once, in the order met. */
    public Set<NotCompared> notCompared() {
        return Collections.unmodifiableSet(notCompared);
    }

    @Override
    public PageSize pageSize() {
        return simulated.pageSize();
    }

    @Override
    public Completion perform(Operation operation) {
        Completion completion = simulated.perform(operation);
        last = operation;
        performed++;
        if (operation instanceof Create create && create.kind() == FileKind.REGULAR) {
            regular.add(create.file());
        } else if (operation instanceof Create create && create.kind() == FileKind.SYSV) {
            segments.add(create.file());
        }
        hasLocked |= locks(operation);
        Outcome outcome = completion.outcome();
        Kernel other = real;
        if (outcome instanceof Outcome.Refused refused) {
            // Nothing has changed, and nothing must on the other side.
            notCompared.add(new NotCompared("an operation", refused.sentence()));
        } else if (other != null) {
            Outcome theirs = perform(other, operation);
            if (theirs == null) {
                real = null;
            } else if (theirs instanceof Outcome.Refused refused) {
                notCompared.add(new NotCompared(AN_OPERATION, refused.sentence()));
                real = null;
            } else if (Sides.same(outcome, theirs)) {
                differ(snapshots.compare(simulated.snapshot(), other.snapshot(), takesNoPage(operation)));
                askForFrames(other);
                for (FileId segment : segments) {
                    if (exists(segment)) {
                        attached(segment);
                    }
                }
            } else {
                differ(
                        Aspect.OUTCOME,
                        Subject.Machine.THE_MACHINE,
                        Sides.of(outcome, theirs),
                        Sides.of(theirs, outcome));
            }
        }
        return completion;
    }

    /** Whether it takes no page away before it has found another; mprotect faults in the pages of a locked mapping. */
    private static boolean takesNoPage(Operation operation) {
        return operation instanceof Load
                || operation instanceof Store
                || (operation instanceof OnRange onRange && onRange.call() == RangeCall.MPROTECT);
    }

    private static boolean locks(Operation operation) {
        if (operation instanceof OnProcess onProcess) {
            return onProcess.call() == ProcessCall.MLOCKALL;
        }
        return operation instanceof OnRange onRange
                ? onRange.call() == RangeCall.MLOCK
                : operation instanceof Mmap mmap && mmap.flags().contains(MapFlag.LOCKED);
    }

    /**
     * Whether Linux does not promise what it did: until a processor has put a page that was locked back on its list
     * (mm/mlock.c, munlock_folio), that list counts as an owner, and the last process to have the page copies it.
     */
    private boolean isNotPromised(Finding found) {
        boolean stores = last instanceof Store
                || (last instanceof OnRange onRange && onRange.argument() == Advice.POPULATE_WRITE);
        return hasLocked && stores && found.isCopyOfReal();
    }

    /** The outcome of an operation on the real kernel; null if its machine lacks what that takes. */
    private @Nullable Outcome perform(Kernel other, Operation operation) {
        try {
            return other.perform(operation).outcome();
        } catch (MachineLimitException e) {
            notCompared.add(new NotCompared(AN_OPERATION, String.valueOf(e.getMessage())));
            return null;
        }
    }

    private void askForFrames(Kernel other) {
        Subject.OfMemory place = snapshots.withoutFrame();
        if (place != null && !reportedFrames) {
            reportedFrames = true;
            if (other.frame(place.process(), place.address()) instanceof Answer.Unknown<FrameId> unknown) {
                notCompared.add(new NotCompared(ONE_PAGE, unknown.why()));
            }
        }
    }

    private void differ(Aspect aspect, Subject subject, String one, String other) {
        differ(new Finding(aspect, subject, one, other));
    }

    private void differ(@Nullable Finding found) {
        if (found != null && isNotPromised(found)) {
            notCompared.add(new NotCompared(
                    AN_OPERATION, "Linux may copy a page that was locked, although no other process has it"));
            real = null;
        } else if (found != null && last != null) {
            difference = new Difference(
                    performed, last, found.aspect(), found.subject(), found.other(), found.simulated(), found.real());
            real = null;
        }
    }

    @Override
    public Optional<MappingView> mapping(ProcessId process, long address) {
        Optional<MappingView> mapping = simulated.mapping(process, address);
        if (real != null) {
            Optional<MappingView> theirs = real.mapping(process, address);
            if (!mapping.equals(theirs)) {
                differ(
                        Aspect.MAPPINGS,
                        new Subject.OfMemory(process, address),
                        Sides.of(mapping.isPresent() ? List.of(mapping.get()) : List.of()),
                        Sides.of(theirs.isPresent() ? List.of(theirs.get()) : List.of()));
            }
        }
        return mapping;
    }

    @Override
    public List<MappingView> mappings(ProcessId process) {
        List<MappingView> mappings = simulated.mappings(process);
        if (real != null) {
            List<MappingView> theirs = real.mappings(process);
            if (!mappings.equals(theirs)) {
                differ(Aspect.MAPPINGS, new Subject.OfProcess(process), Sides.of(mappings), Sides.of(theirs));
            }
        }
        return mappings;
    }

    @Override
    public Answer<FrameId> frame(ProcessId process, long address) {
        Answer<FrameId> answer = simulated.frame(process, address);
        if (real != null && answer instanceof Answer.Known<FrameId> mine) {
            Answer<FrameId> theirs = real.frame(process, address);
            if (theirs instanceof Answer.Known<FrameId> known) {
                Subject.OfMemory place = new Subject.OfMemory(process, address);
                differ(snapshots.compare(new Frames.Twin(place, mine.value(), known.value())));
            } else {
                notCompared.add(new NotCompared(ONE_PAGE, ((Answer.Unknown<FrameId>) theirs).why()));
            }
        }
        return answer;
    }

    @Override
    public Answer<Boolean> resident(ProcessId process, long address) {
        Answer<Boolean> answer = simulated.resident(process, address);
        if (real != null) {
            Answer<Boolean> theirs = real.resident(process, address);
            if (mayBeReadAhead(process, address, answer, theirs)) {
                theirs = new Answer.Unknown<>("the file system may have read ahead pages that no process touched");
            }
            compare(Aspect.RESIDENT, new Subject.OfMemory(process, address), answer, theirs);
        }
        return answer;
    }

    /** Whether a page of a file on a disk is in memory on the real kernel alone. */
    private boolean mayBeReadAhead(ProcessId process, long address, Answer<Boolean> mine, Answer<Boolean> theirs) {
        Optional<MappingView> mapping = simulated.mapping(process, address);
        return mapping.isPresent()
                && mapping.get().file().isPresent()
                && regular.contains(mapping.get().file().get())
                && mine.equals(new Answer.Known<>(false))
                && theirs.equals(new Answer.Known<>(true));
    }

    @Override
    public Answer<Boolean> locked(ProcessId process, long address) {
        return both(Aspect.LOCKED, new Subject.OfMemory(process, address), kernel -> kernel.locked(process, address));
    }

    @Override
    public Answer<Long> rss(ProcessId process, long address) {
        return both(Aspect.RSS, new Subject.OfMemory(process, address), kernel -> kernel.rss(process, address));
    }

    @Override
    public ProcessStatus status(ProcessId process) {
        ProcessStatus status = simulated.status(process);
        if (real != null) {
            ProcessStatus theirs = real.status(process);
            if (!status.equals(theirs)) {
                differ(Aspect.STATUS, new Subject.OfProcess(process), Sides.of(status), Sides.of(theirs));
            }
        }
        return status;
    }

    @Override
    public Optional<FileId> named(NameId name) {
        Optional<FileId> file = simulated.named(name);
        if (real != null) {
            Optional<FileId> theirs = real.named(name);
            if (!file.equals(theirs)) {
                differ(Aspect.NAME, new Subject.OfName(name), named(file), named(theirs));
            }
        }
        return file;
    }

    private static String named(Optional<FileId> file) {
        return file.map(FileId::toString).orElse("no file");
    }

    @Override
    public boolean exists(FileId file) {
        boolean exists = simulated.exists(file);
        if (real != null && exists != real.exists(file)) {
            differ(Aspect.EXISTS, new Subject.OfFile(file), word(exists), word(!exists));
        }
        return exists;
    }

    private static String word(boolean exists) {
        return exists ? "there" : "destroyed";
    }

    @Override
    public long attached(FileId segment) {
        long attached = simulated.attached(segment);
        long theirs = real == null ? attached : real.attached(segment);
        if (attached != theirs) {
            differ(Aspect.ATTACHED, new Subject.OfFile(segment), Long.toString(attached), Long.toString(theirs));
        }
        return attached;
    }

    @Override
    public long size(FileId file) {
        long size = simulated.size(file);
        if (real != null) {
            long theirs = real.size(file);
            if (size != theirs) {
                differ(Aspect.SIZE, new Subject.OfFile(file), size + " bytes", theirs + " bytes");
            }
        }
        return size;
    }

    @Override
    public Answer<Optional<Rest>> rest(FileId file, long from) {
        Answer<Optional<Rest>> answer = simulated.rest(file, from);
        if (real != null) {
            compare(Aspect.REST, new Subject.OfFile(file), answer, real.rest(file, from));
        }
        return answer;
    }

    @Override
    public Answer<Data> onDisk(FileId file, long from, int count) {
        return both(Aspect.ON_DISK, new Subject.OfFile(file), kernel -> kernel.onDisk(file, from, count));
    }

    @Override
    public Answer<Optional<Rest>> restOnDisk(FileId file, long from) {
        Answer<Optional<Rest>> answer = simulated.restOnDisk(file, from);
        if (real != null) {
            compare(Aspect.ON_DISK, new Subject.OfFile(file), answer, real.restOnDisk(file, from));
        }
        return answer;
    }

    @Override
    public Answer<MemoryUse> memoryUse() {
        return both(Aspect.MEMORY, Subject.Machine.THE_MACHINE, kernel -> kernel.memoryUse());
    }

    private <T> Answer<T> both(Aspect aspect, Subject subject, Function<Kernel, Answer<T>> look) {
        Answer<T> answer = look.apply(simulated);
        if (real != null) {
            compare(aspect, subject, answer, look.apply(real));
        }
        return answer;
    }

    private <T> void compare(Aspect aspect, Subject subject, Answer<T> mine, Answer<T> theirs) {
        if (mine instanceof Answer.Known<T> one && theirs instanceof Answer.Known<T> other) {
            if (!Sides.sameAnswer(one.value(), other.value())) {
                differ(
                        aspect,
                        subject,
                        Sides.ofAnswer(one.value(), other.value()),
                        Sides.ofAnswer(other.value(), one.value()));
            }
        } else {
            Answer<T> unknown = theirs instanceof Answer.Unknown<T> ? theirs : mine;
            notCompared.add(new NotCompared(aspect.word(), ((Answer.Unknown<T>) unknown).why()));
        }
    }

    /** Of the first kernel. */
    @Override
    public Snapshot snapshot() {
        return simulated.snapshot();
    }
}
