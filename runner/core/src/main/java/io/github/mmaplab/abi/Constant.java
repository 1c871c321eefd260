package io.github.mmaplab.abi;

/** A word that is a constant of the C headers: a flag, which is one bit, or one of several numbers. */
public interface Constant extends Word {
    /** Its value on Linux, the same on x86-64 and arm64 (include/uapi/asm-generic). */
    long number();

    /** Its name in C: {@code MS_SYNC}. */
    String inC();
}
