package io.github.mmaplab.explain;

/** Numbers of things, in words. */
final class Counted {

    private Counted() {}

    static String bytes(long count) {
        return of(count, "byte");
    }

    static String of(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
