package io.github.mmaplab.run;

import io.github.mmaplab.abi.Data;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/** What has been read into registers: an immutable value. Of a search, which holds very many, equal ones are found fast. */
final class Registers {
    /** Nothing has been read. */
    static final Registers NONE = new Registers(TreePMap.empty(), 0);

    private final PMap<Register, Data> contents;
    /** The sum of what {@link #mixed} makes of each register. */
    private final int hash;

    private record Register(String process, String name) implements Comparable<Register> {
        private static final Comparator<Register> ORDER =
                Comparator.comparing(Register::process).thenComparing(Register::name);

        @Override
        public int compareTo(Register other) {
            return ORDER.compare(this, other);
        }
    }

    private Registers(PMap<Register, Data> contents, int hash) {
        this.contents = contents;
        this.hash = hash;
    }

    /** The content of a register; empty, if nothing has been read into it. */
    Optional<Data> content(String process, String name) {
        return Optional.ofNullable(contents.get(new Register(process, name)));
    }

    /** The same, after something has been read into a register. */
    Registers with(String process, String name, Data content) {
        return with(new Register(process, name), content);
    }

    private Registers with(Register register, Data content) {
        Data before = contents.get(register);
        int left = before == null ? hash : hash - mixed(register, before);
        return new Registers(contents.plus(register, content), left + mixed(register, content));
    }

    /** The same, after all of {@code read} has been read, too. */
    Registers with(Registers read) {
        if (contents.isEmpty()) {
            return read;
        }
        Registers all = this;
        for (Map.Entry<Register, Data> each : read.contents.entrySet()) {
            all = all.with(each.getKey(), each.getValue());
        }
        return all;
    }

    /** The same, after a process has got a child, which has copies of its registers. */
    Registers inherited(String parent, String child) {
        Registers all = this;
        for (Map.Entry<Register, Data> each : contents.entrySet()) {
            if (each.getKey().process().equals(parent)) {
                all = all.with(child, each.getKey().name(), each.getValue());
            }
        }
        return all;
    }

    /** A sum of plain hashes would be the same for many registers that hold the same few bytes in another order. */
    private static int mixed(Register register, Data content) {
        int mixed = (register.hashCode() * 31 + content.hashCode()) * 0x9E3779B9;
        mixed = (mixed ^ (mixed >>> 16)) * 0x85EBCA6B;
        return mixed ^ (mixed >>> 13);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Registers that && hash == that.hash && contents.equals(that.contents);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
