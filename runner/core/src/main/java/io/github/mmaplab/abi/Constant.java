package io.github.mmaplab.abi;

import java.util.Locale;

/** An enum constant that is a constant of the C headers: a flag, which is one bit, or one of several numbers. */
public interface Constant extends Term {
    /** The name in C without its prefix: {@code SYNC}. */
    String name();

    /** Its value on Linux, the same on x86-64 and arm64 (include/uapi/asm-generic). */
    long number();

    /** What C's names of such constants begin with: {@code MS_}. */
    String prefix();

    /** Its name in C: {@code MS_SYNC}. */
    default String inC() {
        return prefix() + name();
    }

    @Override
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
