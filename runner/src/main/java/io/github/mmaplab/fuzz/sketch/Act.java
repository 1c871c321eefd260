package io.github.mmaplab.fuzz.sketch;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.RemapFlag;
import io.github.mmaplab.abi.SyncFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A verb and what it is applied to: one target each. */
public sealed interface Act {

    /** Writes it as a step of a scenario: {@code munmap: p.m1}. */
    void write(StringBuilder yaml);

    /** The places in memory that it speaks of. */
    default List<Spot> spots() {
        return List.of();
    }

    /** The files that it speaks of. */
    default List<String> files() {
        return List.of();
    }

    /** The processes that it speaks of, beside those of its places. */
    default List<String> processes() {
        return List.of();
    }

    /** The same with one process in place of another. */
    default Act renamed(String from, String to) {
        return this;
    }

    /** Acts that are simpler, the simplest first. */
    default List<Act> simpler() {
        return List.of();
    }

    /** mmap(2). */
    record Mmap(String process, String name, MapSketch mapping) implements Act {
        @Override
        public void write(StringBuilder yaml) {
            yaml.append("mmap: { ").append(process).append('.').append(name).append(": ");
            mapping.write(yaml);
            yaml.append(" }");
        }

        @Override
        public List<Spot> spots() {
            return mapping.spots();
        }

        @Override
        public List<String> files() {
            return mapping.file().map(List::of).orElse(List.of());
        }

        @Override
        public List<String> processes() {
            return List.of(process);
        }

        @Override
        public Act renamed(String from, String to) {
            return new Mmap(process.equals(from) ? to : process, name, mapping.renamed(from, to));
        }

        @Override
        public List<Act> simpler() {
            List<Act> simpler = new ArrayList<>();
            for (MapSketch other : mapping.simpler()) {
                simpler.add(new Mmap(process, name, other));
            }
            return simpler;
        }
    }

    /** munmap(2). */
    record Munmap(Spot from, Optional<Amount> length) implements Act {
        @Override
        public void write(StringBuilder yaml) {
            overRange(yaml, "munmap", from, length, "");
        }

        @Override
        public List<Spot> spots() {
            return List.of(from);
        }

        @Override
        public Act renamed(String old, String to) {
            return new Munmap(from.renamed(old, to), length);
        }

        @Override
        public List<Act> simpler() {
            List<Act> simpler = new ArrayList<>();
            Yaml.simplerLengths(length).forEach(shorter -> simpler.add(new Munmap(from, shorter)));
            from.simpler().forEach(nearer -> simpler.add(new Munmap(nearer, length)));
            return simpler;
        }
    }

    /** mprotect(2). */
    record Mprotect(Spot from, Optional<Amount> length, Protection prot) implements Act {
        @Override
        public void write(StringBuilder yaml) {
            overRange(yaml, "mprotect", from, length, "prot: " + prot);
        }

        @Override
        public List<Spot> spots() {
            return List.of(from);
        }

        @Override
        public Act renamed(String old, String to) {
            return new Mprotect(from.renamed(old, to), length, prot);
        }

        @Override
        public List<Act> simpler() {
            List<Act> simpler = new ArrayList<>();
            Yaml.simplerLengths(length).forEach(shorter -> simpler.add(new Mprotect(from, shorter, prot)));
            from.simpler().forEach(nearer -> simpler.add(new Mprotect(nearer, length, prot)));
            if (prot.execute()) {
                simpler.add(new Mprotect(from, length, new Protection(prot.read(), prot.write(), false)));
            }
            return simpler;
        }
    }

    /** mremap(2); {@code at} is present if and only if the flags have {@code fixed}. */
    record Mremap(
            Spot from, Optional<Amount> oldLength, Optional<Amount> length, List<RemapFlag> flags, Optional<Spot> at)
            implements Act {
        /** Copies the flags. */
        public Mremap {
            flags = List.copyOf(flags);
        }

        @Override
        public void write(StringBuilder yaml) {
            List<String> arguments = new ArrayList<>();
            oldLength.ifPresent(size -> arguments.add("old-length: " + size.size()));
            length.ifPresent(size -> arguments.add("length: " + size.size()));
            if (!flags.isEmpty()) {
                arguments.add("flags: " + Yaml.words(flags));
            }
            at.ifPresent(spot -> arguments.add("at: " + spot));
            if (arguments.isEmpty()) {
                yaml.append("mremap: ").append(from);
            } else {
                yaml.append("mremap: { ").append(from).append(": { ");
                yaml.append(String.join(", ", arguments)).append(" } }");
            }
        }

        @Override
        public List<Spot> spots() {
            List<Spot> spots = new ArrayList<>();
            spots.add(from);
            at.ifPresent(spots::add);
            return spots;
        }

        @Override
        public Act renamed(String old, String to) {
            return new Mremap(from.renamed(old, to), oldLength, length, flags, at.map(spot -> spot.renamed(old, to)));
        }

        @Override
        public List<Act> simpler() {
            List<Act> simpler = new ArrayList<>();
            for (List<RemapFlag> fewer : Yaml.fewer(flags)) {
                if (fewer.contains(RemapFlag.FIXED) == at.isPresent()) {
                    simpler.add(new Mremap(from, oldLength, length, fewer, at));
                }
            }
            if (at.isPresent()) {
                List<RemapFlag> others = new ArrayList<>(flags);
                others.remove(RemapFlag.FIXED);
                simpler.add(new Mremap(from, oldLength, length, others, Optional.empty()));
                for (Spot nearer : at.get().simpler()) {
                    simpler.add(new Mremap(from, oldLength, length, flags, Optional.of(nearer)));
                }
            }
            for (Optional<Amount> shorter : Yaml.simplerLengths(oldLength)) {
                simpler.add(new Mremap(from, shorter, length, flags, at));
            }
            for (Optional<Amount> shorter : Yaml.simplerLengths(length)) {
                simpler.add(new Mremap(from, oldLength, shorter, flags, at));
            }
            from.simpler().forEach(nearer -> simpler.add(new Mremap(nearer, oldLength, length, flags, at)));
            return simpler;
        }
    }

    /** msync(2). */
    record Msync(Spot from, Optional<Amount> length, List<SyncFlag> flags) implements Act {
        /** Copies the flags. */
        public Msync {
            flags = List.copyOf(flags);
        }

        @Override
        public void write(StringBuilder yaml) {
            String argument = flags.equals(List.of(SyncFlag.SYNC)) ? "" : "flags: " + Yaml.words(flags);
            overRange(yaml, "msync", from, length, argument);
        }

        @Override
        public List<Spot> spots() {
            return List.of(from);
        }

        @Override
        public Act renamed(String old, String to) {
            return new Msync(from.renamed(old, to), length, flags);
        }

        @Override
        public List<Act> simpler() {
            List<Act> simpler = new ArrayList<>();
            for (List<SyncFlag> fewer : Yaml.fewer(flags)) {
                simpler.add(new Msync(from, length, fewer));
            }
            Yaml.simplerLengths(length).forEach(shorter -> simpler.add(new Msync(from, shorter, flags)));
            from.simpler().forEach(nearer -> simpler.add(new Msync(nearer, length, flags)));
            return simpler;
        }
    }

    /** madvise(2). */
    record Madvise(Spot from, Optional<Amount> length, Advice advice) implements Act {
        @Override
        public void write(StringBuilder yaml) {
            overRange(yaml, "madvise", from, length, "advice: " + advice.word());
        }

        @Override
        public List<Spot> spots() {
            return List.of(from);
        }

        @Override
        public Act renamed(String old, String to) {
            return new Madvise(from.renamed(old, to), length, advice);
        }

        @Override
        public List<Act> simpler() {
            List<Act> simpler = new ArrayList<>();
            Yaml.simplerLengths(length).forEach(shorter -> simpler.add(new Madvise(from, shorter, advice)));
            from.simpler().forEach(nearer -> simpler.add(new Madvise(nearer, length, advice)));
            return simpler;
        }
    }

    /** Stores of a process. */
    record Store(Spot to, Ink ink) implements Act {
        @Override
        public void write(StringBuilder yaml) {
            yaml.append("write: { ").append(to).append(": ").append(ink).append(" }");
        }

        @Override
        public List<Spot> spots() {
            return List.of(to);
        }

        @Override
        public Act renamed(String from, String other) {
            return new Store(to.renamed(from, other), ink);
        }

        @Override
        public List<Act> simpler() {
            List<Act> simpler = new ArrayList<>();
            ink.simpler().forEach(less -> simpler.add(new Store(to, less)));
            to.simpler().forEach(nearer -> simpler.add(new Store(nearer, ink)));
            return simpler;
        }
    }

    /** Loads of a process. */
    record Load(Spot from, Optional<Amount> length) implements Act {
        @Override
        public void write(StringBuilder yaml) {
            overRange(yaml, "read", from, length, "");
        }

        @Override
        public List<Spot> spots() {
            return List.of(from);
        }

        @Override
        public Act renamed(String old, String to) {
            return new Load(from.renamed(old, to), length);
        }

        @Override
        public List<Act> simpler() {
            List<Act> simpler = new ArrayList<>();
            Yaml.simplerLengths(length).forEach(shorter -> simpler.add(new Load(from, shorter)));
            from.simpler().forEach(nearer -> simpler.add(new Load(nearer, length)));
            return simpler;
        }
    }

    /** write(2) from outside. */
    record WriteFile(FileSpot to, Ink ink) implements Act {
        @Override
        public void write(StringBuilder yaml) {
            yaml.append("write: { ").append(to).append(": ").append(ink).append(" }");
        }

        @Override
        public List<String> files() {
            return List.of(to.file());
        }

        @Override
        public List<Act> simpler() {
            List<Act> simpler = new ArrayList<>();
            ink.simpler().forEach(less -> simpler.add(new WriteFile(to, less)));
            to.simpler().forEach(nearer -> simpler.add(new WriteFile(nearer, ink)));
            return simpler;
        }
    }

    /** read(2) from outside. */
    record ReadFile(FileSpot from, Amount length) implements Act {
        @Override
        public void write(StringBuilder yaml) {
            yaml.append("read: { ")
                    .append(from)
                    .append(": ")
                    .append(length.size())
                    .append(" }");
        }

        @Override
        public List<String> files() {
            return List.of(from.file());
        }

        @Override
        public List<Act> simpler() {
            List<Act> simpler = new ArrayList<>();
            length.nearerToZero().forEach(shorter -> simpler.add(new ReadFile(from, shorter)));
            from.simpler().forEach(nearer -> simpler.add(new ReadFile(nearer, length)));
            return simpler;
        }
    }

    /** ftruncate(2). */
    record Truncate(String file, Amount size) implements Act {
        @Override
        public void write(StringBuilder yaml) {
            yaml.append("truncate: { ")
                    .append(file)
                    .append(": ")
                    .append(size.size())
                    .append(" }");
        }

        @Override
        public List<String> files() {
            return List.of(file);
        }

        @Override
        public List<Act> simpler() {
            List<Act> simpler = new ArrayList<>();
            size.nearerToZero().forEach(smaller -> simpler.add(new Truncate(file, smaller)));
            return simpler;
        }
    }

    /** fallocate(2) that punches a hole. */
    record Punch(FileSpot from, Amount length) implements Act {
        @Override
        public void write(StringBuilder yaml) {
            yaml.append("punch: { ")
                    .append(from)
                    .append(": ")
                    .append(length.size())
                    .append(" }");
        }

        @Override
        public List<String> files() {
            return List.of(from.file());
        }

        @Override
        public List<Act> simpler() {
            List<Act> simpler = new ArrayList<>();
            length.nearerToPage().forEach(shorter -> simpler.add(new Punch(from, shorter)));
            from.simpler().forEach(nearer -> simpler.add(new Punch(nearer, length)));
            return simpler;
        }
    }

    /** unlink(2). */
    record Unlink(String file) implements Act {
        @Override
        public void write(StringBuilder yaml) {
            yaml.append("unlink: ").append(file);
        }

        @Override
        public List<String> files() {
            return List.of(file);
        }
    }

    /** fsync(2). */
    record Sync(String file) implements Act {
        @Override
        public void write(StringBuilder yaml) {
            yaml.append("sync: ").append(file);
        }

        @Override
        public List<String> files() {
            return List.of(file);
        }
    }

    /** fork(2). */
    record Fork(String parent, String child) implements Act {
        @Override
        public void write(StringBuilder yaml) {
            yaml.append("fork: { ").append(parent).append(": ").append(child).append(" }");
        }

        @Override
        public List<String> processes() {
            return List.of(parent);
        }

        @Override
        public Act renamed(String from, String to) {
            return new Fork(parent.equals(from) ? to : parent, child);
        }
    }

    /** execve(2). */
    record Exec(String process) implements Act {
        @Override
        public void write(StringBuilder yaml) {
            yaml.append("exec: ").append(process);
        }

        @Override
        public List<String> processes() {
            return List.of(process);
        }

        @Override
        public Act renamed(String from, String to) {
            return process.equals(from) ? new Exec(to) : this;
        }
    }

    /** exit(3). */
    record Exit(String process, int code) implements Act {
        @Override
        public void write(StringBuilder yaml) {
            if (code == 0) {
                yaml.append("exit: ").append(process);
            } else {
                yaml.append("exit: { ")
                        .append(process)
                        .append(": ")
                        .append(code)
                        .append(" }");
            }
        }

        @Override
        public List<String> processes() {
            return List.of(process);
        }

        @Override
        public Act renamed(String from, String to) {
            return process.equals(from) ? new Exit(to, code) : this;
        }

        @Override
        public List<Act> simpler() {
            return code == 0 ? List.of() : List.of(new Exit(process, 0));
        }
    }

    /** kill(2) with SIGKILL. */
    record Kill(String process) implements Act {
        @Override
        public void write(StringBuilder yaml) {
            yaml.append("kill: ").append(process);
        }

        @Override
        public List<String> processes() {
            return List.of(process);
        }

        @Override
        public Act renamed(String from, String to) {
            return process.equals(from) ? new Kill(to) : this;
        }
    }

    /** A table of expectations. */
    record Look(List<Row> rows) implements Act {
        /** Copies the rows. */
        public Look {
            rows = List.copyOf(rows);
        }

        @Override
        public void write(StringBuilder yaml) {
            yaml.append("expect:");
            for (Row row : rows) {
                yaml.append("\n      ").append(row);
            }
        }

        @Override
        public List<Spot> spots() {
            List<Spot> spots = new ArrayList<>();
            rows.forEach(row -> spots.addAll(row.spots()));
            return spots;
        }

        @Override
        public List<String> files() {
            List<String> files = new ArrayList<>();
            rows.forEach(row -> files.addAll(row.files()));
            return files;
        }

        @Override
        public List<String> processes() {
            List<String> processes = new ArrayList<>();
            rows.forEach(row -> processes.addAll(row.processes()));
            return processes;
        }

        @Override
        public Act renamed(String from, String to) {
            List<Row> others = new ArrayList<>();
            rows.forEach(row -> others.add(row.renamed(from, to)));
            return new Look(others);
        }

        @Override
        public List<Act> simpler() {
            List<Act> simpler = new ArrayList<>();
            if (rows.size() > 1) {
                Yaml.fewer(rows).forEach(fewer -> simpler.add(new Look(fewer)));
            }
            // What matters of a look is often that it loads.
            spots().forEach(spot -> simpler.add(new Load(spot, Optional.empty())));
            return simpler;
        }
    }

    /** A verb over a range: bare, with a length, or with a map of arguments. */
    private static void overRange(
            StringBuilder yaml, String verb, Spot from, Optional<Amount> length, String argument) {
        yaml.append(verb).append(": ");
        if (argument.isEmpty() && length.isEmpty()) {
            yaml.append(from);
            return;
        }
        yaml.append("{ ").append(from).append(": ");
        if (argument.isEmpty()) {
            length.ifPresent(size -> yaml.append(size.size()));
        } else if (length.isEmpty() && !argument.startsWith("flags")) {
            yaml.append(argument.substring(argument.indexOf(' ') + 1));
        } else {
            yaml.append("{ ").append(argument);
            length.ifPresent(size -> yaml.append(", length: ").append(size.size()));
            yaml.append(" }");
        }
        yaml.append(" }");
    }
}
