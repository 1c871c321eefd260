package io.github.mmaplab.scenario.model;

import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.ProcessCall;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.abi.RemapFlag;
import io.github.mmaplab.abi.TransferCall;
import io.github.mmaplab.diagnostic.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One verb over its targets, in the order written, at least one. The record's name is the verb's, but those of {@link OnRange}
 * and {@link OnFile}, and its {@code Target} pairs what the verb is applied to with its argument; the span of a target is that
 * of the argument (of the location itself, where nothing else is written).
 */
public sealed interface Step {
    /** What every step has. */
    StepInfo info();

    /** Calls the method of {@code visitor} for this verb. */
    <R> R accept(Visitor<R> visitor);

    /** How many steps are played: one, or those of all branches. */
    default int count() {
        return 1;
    }

    /** Whether it is one call whose number of bytes can be stated. */
    default boolean countsBytes() {
        return false;
    }

    /** The steps, those of branches in place of what holds them, branch by branch. */
    static List<Step> unfolded(List<Step> steps) {
        List<Step> unfolded = new ArrayList<>(steps.size());
        for (Step step : steps) {
            if (step instanceof Concurrently concurrently) {
                for (Branch branch : concurrently.branches()) {
                    unfolded.addAll(branch.steps());
                }
            } else {
                unfolded.add(step);
            }
        }
        return unfolded;
    }

    /** One method for each verb. */
    interface Visitor<R> {
        R mmap(Mmap step);

        R onRange(OnRange step);

        R mremap(Mremap step);

        R write(Write step);

        R read(Read step);

        R onFile(OnFile step);

        R transfer(Transfer step);

        R onProcess(OnProcess step);

        R open(Open step);

        R close(Close step);

        R dup(Dup step);

        R fork(Fork step);

        R exec(Exec step);

        R exit(Exit step);

        R kill(Kill step);

        R crash(Crash step);

        R syncFolder(SyncFolder step);

        R until(Until step);

        R expect(Expect step);

        R ask(Ask step);

        R concurrently(Concurrently step);
    }

    /** mmap(2). */
    record Mmap(StepInfo info, List<NewMapping> targets) implements Step {
        public Mmap {
            targets = List.copyOf(targets);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mmap(this);
        }
    }

    /** A call over ranges. */
    record OnRange(StepInfo info, RangeCall call, List<OnRange.Target> targets) implements Step {
        public OnRange {
            targets = List.copyOf(targets);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onRange(this);
        }

        /** A range and the argument for it. */
        public record Target(Range range, Argument argument, Span span) {}
    }

    /** mremap(2). */
    record Mremap(StepInfo info, List<Mremap.Target> targets) implements Step {
        public Mremap {
            targets = List.copyOf(targets);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mremap(this);
        }

        /**
         * A range and what happens to it.
         *
         * @param range the old range; its length is {@code old-length}
         * @param length the new length, unsigned; absent, the old one
         * @param flags none, or any
         * @param at the new address, present if and only if the flags have {@code fixed}
         * @param span where this is written
         */
        public record Target(
                Range range, OptionalLong length, Set<RemapFlag> flags, Optional<Location.InMemory> at, Span span) {
            /** Copies the flags, in their order of declaration. */
            public Target {
                flags = flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
            }
        }
    }

    /** Stores of a process, or write(2) by a process outside the scenario. */
    record Write(StepInfo info, List<Write.Target> targets) implements Step {
        public Write {
            targets = List.copyOf(targets);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.write(this);
        }

        @Override
        public boolean countsBytes() {
            return targets.size() == 1 && targets.get(0).location() instanceof Location.InFile;
        }

        /** What is written where. */
        public record Target(Location location, Value value, Span span) {
            /** What is written, if the scenario spells it out. */
            public Optional<Content> content() {
                return value instanceof Content content ? Optional.of(content) : Optional.empty();
            }

            /** How many bytes are written, unsigned. */
            public long length() {
                return value instanceof Carried carried ? carried.length() : ((Content) value).length();
            }
        }
    }

    /** Loads of a process, or read(2) by a process outside the scenario. */
    record Read(StepInfo info, List<Read.Target> targets) implements Step {
        public Read {
            targets = List.copyOf(targets);
        }

        /** The longest read whose number of bytes can be stated. */
        public static final long MOST_COUNTED = 1 << 20;

        @Override
        public boolean countsBytes() {
            return targets.size() == 1
                    && targets.get(0).location() instanceof Location.InFile
                    && Long.compareUnsigned(targets.get(0).length(), MOST_COUNTED) <= 0;
        }

        /** Whether something is read into a register. */
        public boolean carries() {
            return targets.stream().anyMatch(target -> target.into().isPresent());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.read(this);
        }

        /** How many bytes (unsigned) are read from where, and into which register, if the process carries them on. */
        public record Target(Location location, long length, Optional<Location.InRegister> into, Span span) {}
    }

    /** A call on files. */
    record OnFile(StepInfo info, FileCall call, List<OnFile.Target> targets) implements Step {
        public OnFile {
            targets = List.copyOf(targets);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onFile(this);
        }

        /**
         * A file and what the call is given.
         *
         * @param at the file, and where a range of it begins
         * @param through the descriptor of the process that makes the call; empty for a process outside the scenario
         * @param length that of a range, or the new size, unsigned; without one, to the end of the file
         */
        public record Target(
                Location.InFile at, Optional<Descriptor> through, OptionalLong length, Argument argument, Span span) {}
    }

    /** pread(2) or pwrite(2). */
    record Transfer(StepInfo info, TransferCall call, List<Transfer.Target> targets) implements Step {
        public Transfer {
            targets = List.copyOf(targets);
        }

        @Override
        public boolean countsBytes() {
            return targets.size() == 1;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.transfer(this);
        }

        /**
         * A descriptor, and what is moved through it.
         *
         * @param file the file that it was opened for last, by the steps before
         * @param buffer the memory of the process
         * @param offset in the file, unsigned
         */
        public record Target(Descriptor descriptor, String file, Range buffer, long offset, Span span) {}
    }

    /** A call for all memory of the process that makes it. */
    record OnProcess(StepInfo info, ProcessCall call, List<OnProcess.Target> targets) implements Step {
        public OnProcess {
            targets = List.copyOf(targets);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onProcess(this);
        }

        /** A process and what the call is given. A process with two limits is two targets. */
        public record Target(Named process, Argument argument, Span span) {}
    }

    /** open(2). */
    record Open(StepInfo info, List<Open.Target> targets) implements Step {
        public Open {
            targets = List.copyOf(targets);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.open(this);
        }

        /** A descriptor, the file that it refers to from then on, and how that is opened. */
        public record Target(Descriptor descriptor, String file, OpenMode mode, Flags flags, Span span) {}
    }

    /** close(2). */
    record Close(StepInfo info, Descriptor descriptor) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.close(this);
        }
    }

    /** dup(2). */
    record Dup(StepInfo info, List<Dup.Target> targets) implements Step {
        public Dup {
            targets = List.copyOf(targets);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dup(this);
        }

        /** A new descriptor of a process, and the one that it duplicates. */
        public record Target(Descriptor copy, Descriptor of, Span span) {}
    }

    /** fork(2). */
    record Fork(StepInfo info, List<Fork.Target> targets) implements Step {
        public Fork {
            targets = List.copyOf(targets);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fork(this);
        }

        /** A parent and its children, in the order they are made; at least one. */
        public record Target(Named parent, List<Named> children) {
            /** Copies the children. */
            public Target {
                children = List.copyOf(children);
            }
        }
    }

    /** execve(2): the process loses its mappings. */
    record Exec(StepInfo info, Named process) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.exec(this);
        }
    }

    /** exit(3). */
    record Exit(StepInfo info, List<Exit.Target> targets) implements Step {
        public Exit {
            targets = List.copyOf(targets);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.exit(this);
        }

        /** A process and its exit code, 0 to 255. */
        public record Target(Named process, int code, Span span) {}
    }

    /** kill(2) with SIGKILL, sent from outside. */
    record Kill(StepInfo info, Named process) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.kill(this);
        }
    }

    /**
     * The power fails. What the disk then holds is one of several possible contents.
     *
     * @param disk which of them, from 0; the first has all that was written
     */
    record Crash(StepInfo info, int disk) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.crash(this);
        }
    }

    /** fsync(2) of the folder. */
    record SyncFolder(StepInfo info) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.syncFolder(this);
        }
    }

    /**
     * A branch waits until it reads this.
     *
     * @param rows contents of memory and of files, at least one
     */
    record Until(StepInfo info, List<Expectation> rows) implements Step {
        /** The contents of which a row waits for one. */
        public static List<Content> contents(Expectation row) {
            List<? extends Facet> facets =
                    row instanceof Expectation.OfMemory memory ? memory.facets() : ((Expectation.OfFile) row).facets();
            return facets.stream()
                    .flatMap(facet -> ((ContentFacet) facet).contents().stream())
                    .toList();
        }

        /** Copies the rows. */
        public Until {
            rows = List.copyOf(rows);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.until(this);
        }
    }

    /**
     * A table of what is seen at this point.
     *
     * @param rows what is seen in every order of what is concurrent
     * @param claims what is seen in some or in none
     */
    record Expect(StepInfo info, List<Expectation> rows, List<Claim> claims) implements Step {
        /** Copies the lists. */
        public Expect {
            rows = List.copyOf(rows);
            claims = List.copyOf(claims);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.expect(this);
        }
    }

    /** Questions about this point; in exercises only. */
    record Ask(StepInfo info, List<Question> questions) implements Step {
        public Ask {
            questions = List.copyOf(questions);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ask(this);
        }
    }

    /** Branches with no order between them; at least two. */
    record Concurrently(StepInfo info, List<Branch> branches) implements Step {
        public Concurrently {
            branches = List.copyOf(branches);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.concurrently(this);
        }

        @Override
        public int count() {
            int count = 0;
            for (Branch branch : branches) {
                count += branch.steps().size();
            }
            return count;
        }

        /** The steps of all branches, branch after branch. */
        public List<Step> steps() {
            return branches.stream().flatMap(branch -> branch.steps().stream()).toList();
        }

        /** In how many orders its steps can come: the multinomial coefficient of the lengths of its branches. */
        public BigInteger orders() {
            BigInteger orders = BigInteger.ONE;
            int placed = 0;
            for (Branch branch : branches) {
                for (int i = 1; i <= branch.steps().size(); i++) {
                    placed++;
                    orders = orders.multiply(BigInteger.valueOf(placed)).divide(BigInteger.valueOf(i));
                }
            }
            return orders;
        }
    }
}
