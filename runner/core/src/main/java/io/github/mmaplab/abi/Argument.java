package io.github.mmaplab.abi;

/**
 * What a call is given beside what it is applied to: the third argument of mprotect(2), msync(2) or madvise(2), the flags of
 * fallocate(2), the names of rename(2).
 */
public sealed interface Argument
        permits Argument.None, Protection, Flags, Advice, Undefined, FileName, Names, Limit, HeapLength {

    /** What a call is given that takes no argument. */
    None NONE = new None();

    /** The number that is passed. */
    long number();

    /** As C writes it: {@code PROT_READ | PROT_WRITE}; empty if nothing is written. */
    String inC();

    /** As a scenario writes it, beside the key of its {@link ArgumentKind}; empty if nothing is written. */
    String written();

    /** No argument. */
    record None() implements Argument {
        @Override
        public String written() {
            return "";
        }

        @Override
        public long number() {
            return 0;
        }

        @Override
        public String inC() {
            return "";
        }
    }
}
