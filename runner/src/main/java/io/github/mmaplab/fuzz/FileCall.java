package io.github.mmaplab.fuzz;

import java.util.Locale;

/** The calls on a file, each with its kind of argument. */
enum FileCall {
    TRUNCATE(Argument.SIZE, 5, Feature.TRUNCATE),
    PUNCH(Argument.RANGE, 4, Feature.PUNCH),
    SYNC(Argument.NONE, 2, Feature.MSYNC),
    UNLINK(Argument.NONE, 1, Feature.UNLINK);

    /** The argument of a call on a file. */
    enum Argument {
        NONE,
        SIZE,
        RANGE
    }

    private final Argument argument;
    private final int weight;
    private final Feature feature;

    FileCall(Argument argument, int weight, Feature feature) {
        this.argument = argument;
        this.weight = weight;
        this.feature = feature;
    }

    String verb() {
        return name().toLowerCase(Locale.ROOT);
    }

    Argument argument() {
        return argument;
    }

    int weight() {
        return weight;
    }

    Feature feature() {
        return feature;
    }
}
