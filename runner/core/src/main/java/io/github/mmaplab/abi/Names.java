package io.github.mmaplab.abi;

/**
 * The names that a call on a name is given: the one that it begins with, and the new one of rename(2) and link(2).
 *
 * @param other the same as {@code name}, where a call takes one name
 */
public record Names(NameId name, NameId other) implements Argument {

    /** One name. */
    public static Names of(NameId name) {
        return new Names(name, name);
    }

    @Override
    public long number() {
        return other.number();
    }

    @Override
    public String inC() {
        return "";
    }

    @Override
    public String written() {
        return "";
    }
}
