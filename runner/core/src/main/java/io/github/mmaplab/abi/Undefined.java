package io.github.mmaplab.abi;

/**
 * What a call is given that no version of Linux defines: a flag, or an advice. It shows how the kernel answers.
 *
 * @param number as it is passed, more than 0
 */
public record Undefined(long number) implements Constant, Argument {
    @Override
    public String name() {
        return Long.toString(number);
    }

    @Override
    public String prefix() {
        return "";
    }

    @Override
    public String meaning() {
        return "nothing that Linux defines";
    }

    @Override
    public String inC() {
        return name();
    }

    @Override
    public String written() {
        return name();
    }
}
