package io.github.mmaplab.abi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A set of flags, which may be empty.
 *
 * @param flags the flags, in the order they are passed to the constructor
 */
public record Flags(Set<Constant> flags) implements Argument {

    /** Copies the flags. */
    public Flags {
        flags = Collections.unmodifiableSet(new LinkedHashSet<>(flags));
    }

    /** The set of these flags. */
    public static Flags of(Collection<? extends Constant> flags) {
        return new Flags(new LinkedHashSet<>(flags));
    }

    /** The set of these flags. */
    public static Flags of(Constant... flags) {
        return of(List.of(flags));
    }

    /** These flags and one more. */
    Flags with(Constant flag) {
        Set<Constant> more = new LinkedHashSet<>(flags);
        more.add(flag);
        return new Flags(more);
    }

    /** Whether one of them is a bit that Linux does not define. */
    public boolean hasUndefined() {
        return flags.stream().anyMatch(Undefined.class::isInstance);
    }

    /** Whether a flag is among them. */
    public boolean contains(Constant flag) {
        return flags.contains(flag);
    }

    @Override
    public String written() {
        List<String> words = new ArrayList<>(flags.size());
        for (Constant flag : flags) {
            words.add(flag.word());
        }
        return "[" + String.join(", ", words) + "]";
    }

    @Override
    public long number() {
        long bits = 0;
        for (Constant flag : flags) {
            bits |= flag.number();
        }
        return bits;
    }

    @Override
    public String inC() {
        List<String> names = new ArrayList<>(flags.size());
        for (Constant flag : flags) {
            names.add(flag.inC());
        }
        return names.isEmpty() ? "0" : String.join(" | ", names);
    }
}
