package io.github.mmaplab.abi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which arguments a call takes, and how the language writes them. A call of a new kind adds a method here; a
 * call with flags of its own adds an enum of them.
 */
public sealed interface ArgumentKind {

    /** Nothing but what it is applied to. */
    ArgumentKind NONE = new None();

    /** A protection, which is always given. */
    ArgumentKind PROTECTION = new OfProtection();

    /** An advice, which is always given. */
    ArgumentKind ADVICE = new OfAdvice();

    /** The new name of a file, which is always given. */
    ArgumentKind NAME = new OfName();

    /** The seals of a file, which are always given. */
    ArgumentKind SEALS = new OfSeals();
    /** A limit, which is always given. */
    ArgumentKind LIMIT = new OfLimit();
    /** The length of the heap, which is always given. */
    ArgumentKind HEAP = new OfHeap();

    /** The key of the language, beside {@code length}; empty without an argument. */
    String key();

    /** Whether a scenario has to give it. */
    boolean isRequired();

    /** Arguments of this kind, each word of a list among them, from which one can be drawn. */
    List<Argument> examples();

    /** No argument. */
    record None() implements ArgumentKind {
        @Override
        public String key() {
            return "";
        }

        @Override
        public boolean isRequired() {
            return false;
        }

        @Override
        public List<Argument> examples() {
            return List.of(Argument.NONE);
        }
    }

    /** Letters of {@code rwx}, or {@code none}. */
    record OfProtection() implements ArgumentKind {
        @Override
        public String key() {
            return "prot";
        }

        @Override
        public boolean isRequired() {
            return true;
        }

        @Override
        public List<Argument> examples() {
            List<Argument> all = new ArrayList<>(8);
            for (int bits = 0; bits < 8; bits++) {
                all.add(new Protection((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0));
            }
            return all;
        }
    }

    /** A word of madvise(2). */
    record OfAdvice() implements ArgumentKind {
        @Override
        public String key() {
            return "advice";
        }

        @Override
        public boolean isRequired() {
            return true;
        }

        @Override
        public List<Argument> examples() {
            return Arrays.asList(Advice.values());
        }
    }

    /** A limit of setrlimit(2), written with the name of what it limits. */
    record OfLimit() implements ArgumentKind {
        @Override
        public String key() {
            return "";
        }

        @Override
        public boolean isRequired() {
            return true;
        }

        @Override
        public List<Argument> examples() {
            List<Argument> limits = new ArrayList<>();
            for (Resource resource : Resource.values()) {
                limits.add(new Limit(resource, 0));
                limits.add(new Limit(resource, 1L << 14));
            }
            return limits;
        }
    }

    /** The length of the heap, written alone. */
    record OfHeap() implements ArgumentKind {
        @Override
        public String key() {
            return "";
        }

        @Override
        public boolean isRequired() {
            return true;
        }

        @Override
        public List<Argument> examples() {
            return List.of(new HeapLength(0), new HeapLength(1), new HeapLength(1L << 14));
        }
    }

    /** A name of a file. */
    record OfName() implements ArgumentKind {
        @Override
        public String key() {
            return "name";
        }

        @Override
        public boolean isRequired() {
            return true;
        }

        @Override
        public List<Argument> examples() {
            return List.of();
        }
    }

    /** Seals, which are always given. */
    record OfSeals() implements ArgumentKind {
        @Override
        public String key() {
            return "seals";
        }

        @Override
        public boolean isRequired() {
            return true;
        }

        @Override
        public List<Argument> examples() {
            return new OfFlags<>(Seal.class, Flags.of()).examples();
        }
    }

    /**
     * A set of flags.
     *
     * @param type the flags that there are
     * @param usual what is passed where a scenario gives none
     */
    record OfFlags<F extends Enum<F> & Constant>(Class<F> type, Flags usual) implements ArgumentKind {

        /** All flags that can be written. */
        public List<F> flags() {
            return Arrays.stream(type.getEnumConstants())
                    .filter(Word::isOffered)
                    .toList();
        }

        @Override
        public String key() {
            return "flags";
        }

        @Override
        public boolean isRequired() {
            return false;
        }

        @Override
        public List<Argument> examples() {
            List<Argument> sets = new ArrayList<>(List.of(Flags.of()));
            for (F flag : flags()) {
                for (Argument smaller : List.copyOf(sets)) {
                    sets.add(((Flags) smaller).with(flag));
                }
            }
            return sets;
        }
    }
}
