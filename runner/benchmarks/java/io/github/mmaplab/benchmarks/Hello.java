package io.github.mmaplab.benchmarks;

/** The least that a Java program can do: the yardstick for a start. */
public final class Hello {

    private Hello() {}

    /** Says hello. */
    public static void main(String[] args) {
        System.out.println("hello");
    }
}
